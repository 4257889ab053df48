import { startHost } from '@/host/start-host';

startHost();
