import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Conversation, Memory } from '@/memory/types';
import { actKey } from '@/ui/act-key';
import { useConnections } from '@/ui/connections';
import { Icon, KindGlyph } from '@/ui/icons';
import { kindNames } from '@/ui/kinds';
import { MemoryEditor } from '@/ui/memory-editor';
import { Problem } from '@/ui/problem';
import { SourceLine } from '@/ui/source-line';
import { findStop, focusStop } from '@/ui/step-focus';
import { text } from '@/ui/text';
import { useAttempt } from '@/ui/use-attempt';

interface MemoryRowProps {
  memory: Memory;
  conversation?: Conversation | undefined;
}

export function MemoryRow({ memory, conversation }: MemoryRowProps) {
  const { send } = useConnections();
  const { problem, attempt } = useAttempt();
  const [editing, setEditing] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const words = useRef<HTMLButtonElement>(null);
  useHandOver(row);
  useFocusAfter(editing, words);

  const { id } = memory;
  const inUse = memory.status === 'active';
  const edit = () => setEditing(true);
  const shelve = () => attempt(() => send(inUse ? 'archive' : 'restore', { ids: [id] }));
  const forget = () => attempt(() => send('forget', { ids: [id] }));
  const revise = async (words: string) => {
    if (await attempt(() => send('revise', { id, text: words }))) setEditing(false);
  };

  const keys: Record<string, (from: Element) => void> = {
    e: edit,
    a: shelve,
    n: forget,
    delete: forget,
    backspace: forget,
    arrowdown: (from) => findStop(from, 1)?.focus(),
    arrowup: (from) => findStop(from, -1)?.focus(),
  };
  const onKeyDown = (event: KeyboardEvent & { currentTarget: Element }) => {
    const act = keys[actKey(event) ?? ''];
    if (!act) return;
    event.preventDefault();
    act(event.currentTarget);
  };

  const source = memory.sources.at(-1);
  const meta = (
    <p class="meta">
      <span class="kind">
        <KindGlyph kind={memory.kind} />
        {text(kindNames[memory.kind])}
      </span>
      {source && ' · '}
      {source && <SourceLine source={source} conversation={conversation} />}
    </p>
  );

  return (
    <li class="memory" ref={row}>
      {editing ? (
        <MemoryEditor words={memory.text} onSave={revise} onCancel={() => setEditing(false)}>
          {meta}
        </MemoryEditor>
      ) : (
        <>
          <button
            type="button"
            class="memory-words"
            ref={words}
            aria-keyshortcuts="Enter e a n Delete"
            title={text('memoryKeys')}
            onClick={edit}
            onKeyDown={onKeyDown}
            {...focusStop}
          >
            {memory.text}
          </button>
          <div class="memory-foot">
            {meta}
            <div class="memory-acts">
              <Act icon="edit" label={text('edit')} onClick={edit} />
              <Act
                icon={inUse ? 'archive' : 'restore'}
                label={text(inUse ? 'archive' : 'restore')}
                onClick={shelve}
              />
              <Act icon="forget" label={text('forget')} onClick={forget} />
            </div>
          </div>
        </>
      )}
      <Problem words={problem} />
    </li>
  );
}

interface ActProps {
  icon: Parameters<typeof Icon>[0]['name'];
  label: string;
  onClick(): void;
}

function Act({ icon, label, onClick }: ActProps) {
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}

/**
 * A memory that leaves the page while it has the focus hands it to its neighbour. The search box does not get it:
 * Ctrl+Z would then take back typing there, and not what was just done to the memory.
 */
function useHandOver(row: RefObject<HTMLLIElement | null>): void {
  useLayoutEffect(() => {
    const element = row.current;
    return () => {
      if (!element?.contains(document.activeElement)) return;
      const neighbours = [findStop(element, 1), findStop(element, -1)];
      neighbours.find((stop) => stop instanceof HTMLButtonElement)?.focus();
    };
  }, []);
}

function useFocusAfter(editing: boolean, words: RefObject<HTMLButtonElement | null>): void {
  const was = useRef(editing);
  useLayoutEffect(() => {
    if (was.current && !editing) words.current?.focus();
    was.current = editing;
  }, [editing]);
}
