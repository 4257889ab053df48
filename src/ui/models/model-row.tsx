import { useId, useRef, useState } from 'preact/hooks';
import type { ModelCard, ShelvedModel } from '@/models/types';
import { useConnections } from '@/ui/connections';
import { Icon } from '@/ui/icons';
import { bytesText } from '@/ui/models/amount';
import { Bar } from '@/ui/models/bar';
import { FileList } from '@/ui/models/file-list';
import { InlineQuestion } from '@/ui/models/inline-question';
import { Row } from '@/ui/models/row';
import { amountOf, type Stand } from '@/ui/models/stand';
import { StateLine } from '@/ui/models/state-line';
import { takesFocus } from '@/ui/models/use-kept-focus';
import { aboutCard, standText } from '@/ui/models/words';
import { Problem } from '@/ui/problem';
import { text } from '@/ui/text';
import { useAttempt } from '@/ui/use-attempt';

interface ModelRowProps {
  card: ModelCard;
  stand: Stand;
  shelved: ShelvedModel | undefined;
  suggested?: boolean;
  /** Has the model put into use. */
  onUse(): Promise<unknown>;
  /** Gives up changing to it. */
  onStop?(): Promise<unknown>;
}

type Question = { asks: 'download'; bytes: number } | { asks: 'delete' };

/** A model in whatever state it is: downloaded only after its exact size was shown, deleted only after asking. */
export function ModelRow({ card, stand, shelved, suggested = false, onUse, onStop }: ModelRowProps) {
  const { send } = useConnections();
  const { problem, attempt } = useAttempt();
  const [asked, setAsked] = useState<Question>();
  const asking = useRef<object>(undefined);
  const [isAsking, setIsAsking] = useState(false);
  const [showsFiles, setShowsFiles] = useState(false);
  const filesId = useId();

  const model = card.id;
  const question = asked && mayAsk(asked, stand) ? asked : undefined;
  const close = () => setAsked(undefined);

  const stopAsking = () => {
    asking.current = undefined;
    setIsAsking(false);
  };
  // A hub that does not answer is waited for in vain for a while: the user may give up before.
  const askSize = async () => {
    const mine = {};
    asking.current = mine;
    setIsAsking(true);
    await attempt(async () => {
      try {
        const bytes = await send('modelSize', { model });
        if (asking.current === mine) setAsked({ asks: 'download', bytes });
      } catch (error) {
        if (asking.current === mine) throw error;
      }
    });
    if (asking.current === mine) stopAsking();
  };
  const download = async () => {
    if (await attempt(() => send('downloadModel', { model }))) close();
  };
  const remove = async () => {
    if (await attempt(() => send('removeModel', { model }))) close();
  };

  const main = mainAct(stand, {
    download: askSize,
    pause: () => attempt(() => send('pauseModel', { model })),
    resume: () => attempt(() => send('resumeModel', { model })),
    use: () => attempt(onUse),
    ...(onStop && { stop: () => attempt(onStop) }),
  });
  const here = amountOf(shelved).have;
  const files = shelved?.files ?? [];
  const hasFiles = files.length > 0 && ['downloading', 'paused', 'failed'].includes(stand.is);

  const acts = (nameId: string) =>
    !question && (
      <>
        {main && (
          <button
            type="button"
            class="plain"
            aria-describedby={nameId}
            onClick={isAsking ? stopAsking : main.act}
            {...takesFocus}
          >
            {isAsking ? text('cancel') : main.label(card)}
          </button>
        )}
        {shelved && mayDelete(stand) && (
          <button
            type="button"
            class="icon-button"
            aria-label={text(stand.is === 'downloading' ? 'modelCancel' : 'modelDelete')}
            title={text(stand.is === 'downloading' ? 'modelCancel' : 'modelDelete')}
            aria-describedby={nameId}
            onClick={() => setAsked({ asks: 'delete' })}
          >
            <Icon name={stand.is === 'downloading' ? 'clear' : 'forget'} />
          </button>
        )}
      </>
    );

  const words = isAsking ? text('modelAskingSize') : standText(stand);
  return (
    <Row name={card.name} about={aboutCard(card)} suggested={suggested} acts={acts}>
      {'have' in stand && (
        <Bar label={card.name} share={stand.have / Math.max(1, stand.bytes)} words={words ?? ''} />
      )}
      {stand.is === 'wanted' && (
        <Bar label={card.name} share={stand.done / Math.max(1, stand.total)} words={words ?? ''} />
      )}
      {words && (
        <div class="model-state">
          <StateLine {...lookOf(stand)}>{words}</StateLine>
          {hasFiles && (
            <button
              type="button"
              class="quiet"
              aria-expanded={showsFiles}
              aria-controls={filesId}
              onClick={() => setShowsFiles(!showsFiles)}
            >
              {text('modelFiles')}
            </button>
          )}
        </div>
      )}
      {hasFiles && showsFiles && <FileList id={filesId} files={files} />}
      {question?.asks === 'download' && (
        <InlineQuestion
          words={
            question.bytes > 0 ? text('askDownload', bytesText(question.bytes)) : text('askDownloadUnknown')
          }
          yes={text('modelDownload')}
          no={text('cancel')}
          onYes={download}
          onNo={close}
        />
      )}
      {question?.asks === 'delete' && (
        <InlineQuestion
          words={text(isInUse(stand) ? 'askDeleteInUse' : 'askDelete', bytesText(here))}
          yes={text('modelDelete')}
          no={text('keep')}
          onYes={remove}
          onNo={close}
        />
      )}
      <Problem words={problem} />
    </Row>
  );
}

interface MainAct {
  label(card: ModelCard): string;
  act(): void;
}

type Act = 'download' | 'pause' | 'resume' | 'use' | 'stop';

/** The one thing to do about a model as it stands; undefined where there is none. */
function mainAct(stand: Stand, acts: Partial<Record<Act, () => void>>): MainAct | undefined {
  const { download, pause, resume, use, stop } = acts;
  const make = (label: MainAct['label'], act: (() => void) | undefined) => act && { label, act };
  switch (stand.is) {
    case 'absent':
      if (stand.unfit === 'unknown' || stand.unfit?.surely) return undefined;
      return make((card) => downloadLabel(card, stand), download);
    case 'downloading':
      return make(() => text('modelPause'), pause);
    case 'paused':
      return make(() => text('modelResume'), resume);
    case 'failed':
      return make(() => text('modelTryAgain'), resume);
    case 'ready':
      return stand.unfit?.surely ? undefined : make(() => text('modelUse'), use);
    case 'wanted':
      return make(() => text('modelStop'), stop);
    case 'checking':
    case 'serving':
      return undefined;
  }
}

function downloadLabel({ aboutBytes }: ModelCard, { unfit }: { unfit?: unknown }): string {
  if (unfit) return text('modelDownloadAnyway');
  return aboutBytes > 0 ? text('modelDownloadSize', bytesText(aboutBytes)) : text('modelDownloadAsk');
}

function lookOf(stand: Stand): Pick<Parameters<typeof StateLine>[0], 'icon' | 'tone'> {
  switch (stand.is) {
    case 'absent':
      return { icon: 'elsewhere' };
    case 'failed':
      return { icon: 'warning', tone: 'bad' };
    case 'serving':
      return { icon: 'serving', tone: 'good' };
    case 'wanted':
      return { icon: 'reread' };
    case 'downloading':
      return { icon: 'download' };
    case 'paused':
    case 'checking':
    case 'ready':
      return { icon: stand.is };
  }
}

function mayDelete({ is }: Stand): boolean {
  return is !== 'absent' && is !== 'checking';
}

function isInUse({ is }: Stand): boolean {
  return is === 'serving' || is === 'wanted';
}

/** A question that the model's state has answered in the meantime is not asked any more. */
function mayAsk({ asks }: Question, stand: Stand): boolean {
  return asks === 'download' ? stand.is === 'absent' : mayDelete(stand);
}
