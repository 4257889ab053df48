import { render } from 'preact';
import { send } from '@/messaging/messenger';
import { liveStore } from '@/store/live';
import { thisMachine } from '@/ui/models/this-machine';
import { Welcome } from '@/ui/welcome/welcome';

render(<Welcome live={liveStore()} send={send} machine={thisMachine()} />, document.body);
