import { useState } from 'preact/hooks';
import { type MemoryKind, memoryKinds } from '@/memory/types';
import { useConnections } from '@/ui/connections';
import { Icon } from '@/ui/icons';
import { kindNames } from '@/ui/kinds';
import { Problem } from '@/ui/problem';
import { text } from '@/ui/text';
import { useAttempt } from '@/ui/use-attempt';

const mostCharacters = 2_000;

/** One line to write a memory by hand. Its kind may be left to the engine. */
export function RememberBox() {
  const { send } = useConnections();
  const { problem, attempt } = useAttempt();
  const [draft, setDraft] = useState('');
  const [kind, setKind] = useState<MemoryKind>();

  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    const words = draft.trim();
    if (words === '') return;
    // Cleared at once: what is typed while this one is being kept is the next one.
    setDraft('');
    setKind(undefined);
    if (await attempt(() => send('add', { text: words, kind }))) return;
    setDraft((next) => (next ? `${words} ${next}` : words));
    setKind(kind);
  };

  return (
    <form class="remember" onSubmit={add}>
      <div class="field">
        <Icon name="plus" />
        <input
          type="text"
          autocomplete="off"
          maxLength={mostCharacters}
          aria-label={text('rememberLabel')}
          placeholder={text('remember')}
          value={draft}
          onInput={(event) => setDraft(event.currentTarget.value)}
        />
        {draft.trim() !== '' && (
          <>
            <select
              aria-label={text('rememberKind')}
              onChange={(event) =>
                setKind(memoryKinds.find((candidate) => candidate === event.currentTarget.value))
              }
            >
              <option value="">{text('rememberKindAny')}</option>
              {memoryKinds.map((option) => (
                <option key={option} value={option} selected={option === kind}>
                  {text(kindNames[option])}
                </option>
              ))}
            </select>
            <button
              type="submit"
              class="icon-button"
              aria-label={text('rememberSave')}
              title={text('rememberSave')}
            >
              <Icon name="enter" />
            </button>
          </>
        )}
      </div>
      <Problem words={problem} />
    </form>
  );
}
