import { useEffect, useRef, useState } from 'preact/hooks';
import { builtinModel, type Settings } from '@/memory/settings';
import type { ModelId, ShelvedModel } from '@/models/types';
import { nameOf } from '@/ui/models/model-name';
import { problemText } from '@/ui/models/words';
import { text } from '@/ui/text';

interface AnnouncementsProps {
  shelved: ReadonlyMap<ModelId, ShelvedModel>;
  settings: Settings;
}

/** Says once when a model comes into another state; how far it has come in between is not read out. */
export function Announcements({ shelved, settings }: AnnouncementsProps) {
  const [said, setSaid] = useState('');
  const before = useRef<ReadonlyMap<ModelId, string>>(undefined);

  useEffect(() => {
    const now = statesOf(shelved, settings);
    const changes = before.current ? changesBetween(before.current, now) : [];
    before.current = now;
    if (changes.length > 0)
      setSaid(changes.map(([id, words]) => `${nameOf(id, shelved)}: ${words}`).join(' '));
  }, [shelved, settings]);

  return (
    <p class="unseen" role="status">
      {said}
    </p>
  );
}

function statesOf(shelved: AnnouncementsProps['shelved'], { embedding, extractor }: Settings) {
  const states = new Map([...shelved].map(([id, model]) => [id, stateText(model)]));
  if (embedding.wanted !== embedding.serving) states.set(embedding.wanted, text('saidRereading'));
  states.set(embedding.serving, text('saidServing'));
  if (extractor.by === 'shelf') states.set(extractor.model, text('saidServing'));
  return states;
}

function changesBetween(before: ReadonlyMap<ModelId, string>, now: ReadonlyMap<ModelId, string>) {
  const gone = [...before.keys()].filter((id) => !now.has(id) && id !== builtinModel);
  return [
    ...[...now].filter(([id, words]) => before.get(id) !== words),
    ...gone.map((id) => [id, text('saidGone')] as const),
  ];
}

function stateText(model: ShelvedModel): string {
  switch (model.state) {
    case 'downloading':
      return text('saidDownloading');
    case 'paused':
      return text('saidPaused');
    case 'checking':
      return text('saidChecking');
    case 'ready':
      return text('saidReady');
    case 'failed':
      return problemText(model.problem);
  }
}
