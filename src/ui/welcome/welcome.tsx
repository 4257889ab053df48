import { useErrorBoundary } from 'preact/hooks';
import { type Connections, ConnectionsProvider } from '@/ui/connections';
import { Mark } from '@/ui/mark';
import { type Machine, MachineProvider } from '@/ui/models/machine';
import { useModels } from '@/ui/models/use-models';
import { Problem } from '@/ui/problem';
import { text } from '@/ui/text';
import { FirstModel } from '@/ui/welcome/first-model';
import '@/ui/tokens.css';
import '@/ui/base.css';
import '@/ui/controls.css';
import '@/ui/models.css';
import '@/ui/welcome/welcome.css';

interface WelcomeProps extends Connections {
  machine: Machine;
}

/** Opens once, when the extension was installed. */
export function Welcome({ machine, ...connections }: WelcomeProps) {
  const [failure] = useErrorBoundary((error) => console.error(error));
  if (failure) return <Problem words={text('problemReadPage')} />;
  return (
    <ConnectionsProvider value={connections}>
      <MachineProvider value={machine}>
        <main class="welcome">
          <Mark size={32} />
          <h1>{text('welcomeTitle')}</h1>
          <ul class="welcome-lines">
            <li>{text('welcomeCapture')}</li>
            <li>{text('welcomePlace')}</li>
            <li>{text('welcomeControl')}</li>
          </ul>
          <Offer />
        </main>
      </MachineProvider>
    </ConnectionsProvider>
  );
}

function Offer() {
  const models = useModels();
  return models?.recommendation ? (
    <FirstModel models={models} recommended={models.recommendation.embedding} />
  ) : null;
}
