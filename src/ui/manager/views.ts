import type { FunctionComponent } from 'preact';
import type { Icon } from '@/ui/icons';
import { ModelsView } from '@/ui/manager/models-view';
import { PrivacyView } from '@/ui/manager/privacy-view';
import { PromptsView } from '@/ui/manager/prompts-view';
import { SitesView } from '@/ui/manager/sites-view';
import type { TextKey } from '@/ui/text';

export interface View {
  /** What stands behind the `#` of its address. */
  id: string;
  name: TextKey;
  icon: Parameters<typeof Icon>[0]['name'];
  View: FunctionComponent;
}

/** In the order of the rail; the first is shown where the address names none. */
export const views: readonly [View, ...View[]] = [
  { id: 'models', name: 'viewModels', icon: 'models', View: ModelsView },
  { id: 'prompts', name: 'viewPrompts', icon: 'prompts', View: PromptsView },
  { id: 'sites', name: 'viewSites', icon: 'sites', View: SitesView },
  { id: 'privacy', name: 'viewPrivacy', icon: 'privacy', View: PrivacyView },
];
