import { serveRelay } from '../../widget/service/hub/relayFrame.ts';

serveRelay(window);
