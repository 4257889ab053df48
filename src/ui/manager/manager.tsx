import { useErrorBoundary } from 'preact/hooks';
import { type Connections, ConnectionsProvider } from '@/ui/connections';
import { Rail } from '@/ui/manager/rail';
import { useView } from '@/ui/manager/use-view';
import { type Machine, MachineProvider } from '@/ui/models/machine';
import { Problem } from '@/ui/problem';
import { text } from '@/ui/text';
import '@/ui/tokens.css';
import '@/ui/base.css';
import '@/ui/controls.css';
import '@/ui/models.css';
import '@/ui/manager/manager.css';

interface ManagerProps extends Connections {
  machine: Machine;
}

/** The full page: a rail of views, and the one that the address names. */
export function Manager({ machine, ...connections }: ManagerProps) {
  const [failure] = useErrorBoundary((error) => console.error(error));
  const view = useView();
  if (failure) return <Problem words={text('problemReadPage')} />;
  return (
    <ConnectionsProvider value={connections}>
      <MachineProvider value={machine}>
        <Rail current={view} />
        <main class="column">
          <h1>{text(view.name)}</h1>
          <view.View />
        </main>
      </MachineProvider>
    </ConnectionsProvider>
  );
}
