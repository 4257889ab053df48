import { useId, useState } from 'preact/hooks';
import { checkServerUrl, isThisMachine, type UrlProblem } from '@/inference/extractors/server-url';
import type { ExtractorChoice } from '@/memory/settings';
import { useConnections } from '@/ui/connections';
import { LineForm } from '@/ui/manager/line-form';
import { useMachine } from '@/ui/models/machine';
import { Row } from '@/ui/models/row';
import { StateLine } from '@/ui/models/state-line';
import { takesFocus } from '@/ui/models/use-kept-focus';
import { Problem } from '@/ui/problem';
import { text } from '@/ui/text';
import { useAttempt } from '@/ui/use-attempt';

type ServerChoice = Extract<ExtractorChoice, { by: 'server' }>;

interface ServerRowProps {
  /** The server in use. */
  choice: ServerChoice | undefined;
  onUse(choice: ServerChoice): Promise<unknown>;
}

/** A language model behind a server of the user's own: its address, the permission to ask it, one of its models. */
export function ServerRow({ choice, onUse }: ServerRowProps) {
  const [isOpen, setIsOpen] = useState(false);
  const formId = useId();
  return (
    <Row
      name={text('server')}
      about={[text('serverMeans')]}
      acts={(nameId) => (
        <button
          type="button"
          class="plain"
          aria-describedby={nameId}
          aria-expanded={isOpen}
          aria-controls={formId}
          onClick={() => setIsOpen(!isOpen)}
          {...takesFocus}
        >
          {text(isOpen ? 'close' : choice ? 'serverChange' : 'serverConnect')}
        </button>
      )}
    >
      {choice && (
        <StateLine icon="serving" tone="good">
          {text('serverServing', choice.model, hostOf(choice.url))}
        </StateLine>
      )}
      <div id={formId} class="server-form" hidden={!isOpen}>
        {isOpen && (
          <Connect
            choice={choice}
            onUse={async (next) => {
              await onUse(next);
              setIsOpen(false);
            }}
          />
        )}
      </div>
    </Row>
  );
}

function Connect({ choice, onUse }: ServerRowProps) {
  const { send } = useConnections();
  const machine = useMachine();
  const { problem, attempt } = useAttempt();
  const [address, setAddress] = useState(choice?.url ?? '');
  const [refusal, setRefusal] = useState<UrlProblem | 'notAllowed'>();
  const [isAsking, setIsAsking] = useState(false);
  const [found, setFound] = useState<{ url: string; models: string[] }>();
  const [model, setModel] = useState('');
  const id = useId();

  const change = (value: string) => {
    setAddress(value);
    setRefusal(undefined);
    setFound(undefined);
  };
  const connect = async () => {
    const checked = checkServerUrl(address);
    setFound(undefined);
    if ('problem' in checked) return setRefusal(checked.problem);
    setIsAsking(true);
    // First of all: browsers show the question only within the click.
    const isAllowed = await machine.allow(checked.url);
    setRefusal(isAllowed ? undefined : 'notAllowed');
    if (isAllowed) await attempt(() => list(checked.url));
    setIsAsking(false);
  };
  const list = async (url: string) => {
    const models = await send('serverModels', { url });
    setFound({ url, models });
    setModel(choice && models.includes(choice.model) ? choice.model : (models[0] ?? ''));
  };

  return (
    <LineForm
      label={text('serverAddress')}
      hint={text('serverAddressMeans')}
      value={address}
      placeholder="localhost:11434"
      act={text(isAsking ? 'serverAsking' : 'serverAsk')}
      isBusy={isAsking}
      onValue={change}
      onSubmit={connect}
    >
      {found && found.models.length > 0 && (
        <>
          <label for={id}>{text('serverModel')}</label>
          {!isThisMachine(new URL(found.url).hostname) && (
            <p class="meta careful">{text('serverElsewhere', hostOf(found.url))}</p>
          )}
          <div class="line">
            <div class="field">
              <select id={id} value={model} onChange={(event) => setModel(event.currentTarget.value)}>
                {found.models.map((name) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
              </select>
            </div>
            <button
              type="button"
              class="firm"
              onClick={() => attempt(() => onUse({ by: 'server', url: found.url, model }))}
            >
              {text('modelUse')}
            </button>
          </div>
        </>
      )}
      <p class={found?.models.length === 0 ? 'meta' : 'unseen'} role="status">
        {found && text(found.models.length > 0 ? 'serverFound' : 'serverEmpty')}
      </p>
      <Problem words={refusal ? text(`server_${refusal}`) : problem} />
    </LineForm>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
