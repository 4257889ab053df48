import { useId, useState } from 'preact/hooks';
import type { ModelCard, ShelvedModel } from '@/models/types';
import { Icon } from '@/ui/icons';
import { bytesText } from '@/ui/models/amount';
import { Bar } from '@/ui/models/bar';
import { FileList } from '@/ui/models/file-list';
import { InlineQuestion } from '@/ui/models/inline-question';
import { mainActOf, mayDelete } from '@/ui/models/main-act';
import { Row } from '@/ui/models/row';
import { amountOf, type Stand } from '@/ui/models/stand';
import { isMoving, lookOf, shareOf } from '@/ui/models/stand-look';
import { StateLine } from '@/ui/models/state-line';
import { takesFocus } from '@/ui/models/use-kept-focus';
import { type Question, useModelActs } from '@/ui/models/use-model-acts';
import { aboutCard, downloadParts, problemText, standText } from '@/ui/models/words';
import { Problem } from '@/ui/problem';
import { text } from '@/ui/text';

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

/** A model in whatever state it is: downloaded only after its exact size was shown, deleted only after asking. */
export function ModelRow({ card, stand, shelved, suggested = false, onUse, onStop }: ModelRowProps) {
  const acts = useModelActs(card.id, { use: onUse, stop: onStop });
  const [showsFiles, setShowsFiles] = useState(false);
  const filesId = useId();

  const question = acts.question && mayAsk(acts.question, stand) ? acts.question : undefined;
  const main = mainActOf(stand, card);
  const words = acts.isAsking ? text('modelAskingSize') : standText(stand);
  const share = shareOf(stand);
  const files = shelved?.files ?? [];
  const hasFiles = files.length > 0 && ['downloading', 'paused', 'failed'].includes(stand.is);
  const toDelete = text(stand.is === 'downloading' ? 'modelCancel' : 'modelDelete');

  const buttons = (nameId: string) => (
    <>
      {hasFiles && (
        <button
          type="button"
          class="quiet"
          aria-expanded={showsFiles}
          aria-controls={filesId}
          aria-describedby={nameId}
          onClick={() => setShowsFiles(!showsFiles)}
        >
          {text('modelFiles')}
        </button>
      )}
      {main && (
        <button
          type="button"
          class="plain"
          aria-describedby={nameId}
          onClick={acts.isAsking ? acts.stopAsking : () => acts.do(main.act)}
          {...takesFocus}
        >
          {acts.isAsking ? text('cancel') : main.label}
        </button>
      )}
      {shelved && mayDelete(stand) && (
        <button
          type="button"
          class="icon-button"
          aria-label={toDelete}
          title={toDelete}
          aria-describedby={nameId}
          onClick={acts.askDelete}
        >
          <Icon name={stand.is === 'downloading' ? 'clear' : 'forget'} />
        </button>
      )}
    </>
  );

  return (
    <Row
      name={card.name}
      about={aboutCard(card)}
      suggested={suggested}
      acts={(nameId) => !question && buttons(nameId)}
    >
      {share !== undefined && (
        <Bar label={card.name} share={share} isMoving={isMoving(stand)} words={words ?? ''} />
      )}
      {words && (
        <StateLine {...lookOf(stand)}>
          {stand.is === 'downloading' ? <Amounts parts={downloadParts(stand)} /> : words}
        </StateLine>
      )}
      {(stand.is === 'serving' || stand.is === 'wanted') && shelved?.trouble && (
        <StateLine icon="warning" tone="bad">
          {problemText(shelved.trouble)}
        </StateLine>
      )}
      {hasFiles && showsFiles && <FileList id={filesId} files={files} />}
      {question?.asks === 'download' && (
        <InlineQuestion
          words={
            question.bytes > 0 ? text('askDownload', bytesText(question.bytes)) : text('askDownloadUnknown')
          }
          yes={text('modelDownload')}
          no={text('cancel')}
          onYes={acts.download}
          onNo={acts.close}
        />
      )}
      {question?.asks === 'delete' && (
        <InlineQuestion
          words={deleteText(stand, amountOf(shelved).have)}
          yes={text('modelDelete')}
          no={text('keep')}
          isHarmful
          onYes={acts.remove}
          onNo={acts.close}
        />
      )}
      <Problem words={acts.problem} />
    </Row>
  );
}

/** Each as wide as it will be, so that what stands behind it stays where it is. */
function Amounts({ parts }: { parts: readonly string[] }) {
  return parts.map((part, place) => (
    <span key={place} class="amount">
      {part}
    </span>
  ));
}

function deleteText({ is }: Stand, here: number): string {
  const isInUse = is === 'serving' || is === 'wanted';
  return text(isInUse ? 'askDeleteInUse' : 'askDelete', bytesText(here));
}

/** A question that the model's state has answered in the meantime is not asked any more. */
function mayAsk({ asks }: Question, stand: Stand): boolean {
  return asks === 'download' ? stand.is === 'absent' : mayDelete(stand);
}
