import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '@/host/start-background';

export default defineBackground({
  type: 'module',
  persistent: true,
  main: startBackground,
});
