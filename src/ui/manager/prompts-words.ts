import type { BlockFormat } from '@/memory/settings';
import type { TextKey } from '@/ui/text';

export const formatNames = {
  section: 'formatSection',
  paragraph: 'formatParagraph',
  line: 'formatLine',
} as const satisfies Record<BlockFormat, TextKey>;

export const formatsMean = {
  section: 'formatSectionMeans',
  paragraph: 'formatParagraphMeans',
  line: 'formatLineMeans',
} as const satisfies Record<BlockFormat, TextKey>;
