import { serveRelay } from '../service/hub/relayFrame.ts';

serveRelay(window);
