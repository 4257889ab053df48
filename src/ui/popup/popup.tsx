import { useEffect, useErrorBoundary, useRef } from 'preact/hooks';
import { isInField } from '@/ui/act-key';
import { type Connections, ConnectionsProvider, useConnections } from '@/ui/connections';
import { InjectionChoice } from '@/ui/popup/injection-choice';
import { RememberBox } from '@/ui/popup/remember-box';
import { Shelf } from '@/ui/popup/shelf';
import { SiteStatus } from '@/ui/popup/site-status';
import { UndoBar } from '@/ui/popup/undo-bar';
import { useUndo } from '@/ui/popup/use-undo';
import { WorkLine } from '@/ui/popup/work-line';
import { Problem } from '@/ui/problem';
import { text } from '@/ui/text';
import { useActivePage } from '@/ui/use-active-page';
import { useLive } from '@/ui/use-live';
import '@/ui/tokens.css';
import '@/ui/base.css';
import '@/ui/controls.css';
import '@/ui/memory.css';
import '@/ui/popup/popup.css';

export function Popup(connections: Connections) {
  const [failure] = useErrorBoundary((error) => console.error(error));
  if (failure) return <Problem words={text('problemRead')} />;
  return (
    <ConnectionsProvider value={connections}>
      <Contents />
    </ConnectionsProvider>
  );
}

function Contents() {
  const { live } = useConnections();
  const settings = useLive(() => live.settings(), []);
  const page = useActivePage(settings?.ownSites);
  const undo = useUndo();
  const searchField = useRef<HTMLInputElement>(null);

  const toSearch = () => searchField.current?.focus();
  // What waits for an answer comes first: two keys are enough to give one.
  const toFirst = () => {
    const card = document.querySelector<HTMLElement>('.inbox [data-focus-stop]');
    (card ?? searchField.current)?.focus();
  };
  useShortcuts({
    '/': toSearch,
    ArrowDown: toFirst,
    'mod+z': undo.undo,
  });

  return (
    <>
      <main>
        <SiteStatus page={page} settings={settings} />
        {settings && <InjectionChoice mode={settings.injection} />}
        <RememberBox />
        <Shelf searchField={searchField} />
      </main>
      <footer class="popup-foot">
        <UndoBar {...undo} />
        <WorkLine settings={settings} />
      </footer>
    </>
  );
}

/** Keys that work wherever the focus is, except in a field, where they belong to the text. */
function useShortcuts(shortcuts: Record<string, () => void>): void {
  const current = useRef(shortcuts);
  current.current = shortcuts;

  useEffect(() => {
    const stopped = new AbortController();
    const onKeyDown = (event: KeyboardEvent) => {
      const key = event.ctrlKey || event.metaKey ? `mod+${event.key.toLowerCase()}` : event.key;
      const act = current.current[key];
      // "/" is Shift+7 on some keyboards; with Ctrl, Shift makes another shortcut.
      const isOther = event.altKey || (event.shiftKey && key.startsWith('mod+'));
      if (!act || isInField(event) || isOther || event.defaultPrevented) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown, stopped);
    return () => stopped.abort();
  }, []);
}
