import { useState } from 'preact/hooks';
import { useConnections } from '@/ui/connections';
import { LineForm } from '@/ui/manager/line-form';
import { Problem } from '@/ui/problem';
import { text } from '@/ui/text';
import { useAttempt } from '@/ui/use-attempt';

/** Another place that models are fetched from. */
export function Mirror({ modelHost }: { modelHost: string }) {
  const { send } = useConnections();
  const { problem, attempt } = useAttempt();
  const [typed, setTyped] = useState<string>();
  const [isBad, setIsBad] = useState(false);
  const [isSaved, setIsSaved] = useState(false);

  const save = async () => {
    const address = addressIn(typed ?? modelHost);
    setIsBad(address === undefined);
    if (address === undefined) return;
    const done = await attempt(() => send('changeSettings', { modelHost: address }));
    setIsSaved(done);
    if (done) setTyped(undefined);
  };

  return (
    <LineForm
      label={text('mirror')}
      hint={text('mirrorMeans')}
      value={typed ?? modelHost}
      placeholder={text('mirrorExample')}
      act={text('save')}
      onValue={(value) => {
        setTyped(value);
        setIsSaved(false);
      }}
      onSubmit={save}
    >
      <p class="meta" role="status">
        {isSaved && text(modelHost ? 'mirrorSaved' : 'mirrorGone')}
      </p>
      <Problem words={isBad ? text('mirrorBad') : problem} />
    </LineForm>
  );
}

/** With a slash at its end; empty for the hub itself; undefined for what no page here may fetch from. */
function addressIn(typed: string): string | undefined {
  const address = typed.trim();
  if (address === '') return '';
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const isHere = ['localhost', '127.0.0.1'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere)) return undefined;
  return url.origin + url.pathname.replace(/\/*$/, '/');
}
