import { serveRelay } from '../service/relayFrame.ts';

serveRelay(window);
