import { readPage } from '../crm/readPage.ts';
import { handOver } from '../ui/loadScript.ts';

handOver(readPage);
