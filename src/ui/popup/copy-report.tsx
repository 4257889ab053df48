import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { withAbout } from '@/sites/report';
import { text } from '@/ui/text';

/** For whoever mends the site's map: the report goes where the user pastes it, and nowhere else. */
export function CopyReport({ report }: { report: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    const { version } = browser.runtime.getManifest();
    await navigator.clipboard.writeText(withAbout(report, version, navigator.userAgent));
    setCopied(true);
  };
  return (
    <button type="button" class="plain" title={text('reportMeans')} onClick={copy}>
      {text(isCopied ? 'reportCopied' : 'copyReport')}
    </button>
  );
}
