import { serveRelay } from '../../widget/service/relayFrame.ts';

serveRelay(window);
