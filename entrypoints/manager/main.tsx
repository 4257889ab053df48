import { render } from 'preact';
import { send } from '@/messaging/messenger';
import { liveStore } from '@/store/live';
import { Manager } from '@/ui/manager/manager';
import { thisMachine } from '@/ui/models/this-machine';

render(<Manager live={liveStore()} send={send} machine={thisMachine()} />, document.body);
