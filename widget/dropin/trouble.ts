import { failedRequests } from '../crm/troubles/failedRequests.ts';
import { scriptErrors } from '../crm/troubles/scriptErrors.ts';
import { handOver } from '../ui/loadScript.ts';
import type { ReadTrouble } from './chunk.ts';

const readers: ReadTrouble = { failedRequests, scriptErrors };

handOver(readers);
