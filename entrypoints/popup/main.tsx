import { render } from 'preact';
import { send } from '@/messaging/messenger';
import { liveStore } from '@/store/live';
import { Popup } from '@/ui/popup/popup';

render(<Popup live={liveStore()} send={send} />, document.body);
