import { askModule } from '../crm/vtigerModule/askModule.ts';
import { moduleAnswerIn, withModule } from '../crm/vtigerModule/moduleAnswer.ts';
import { handOver } from '../ui/loadScript.ts';
import type { OpenModule } from './chunk.ts';

const openModule: OpenModule = async (baseUrl) => {
  const answer = moduleAnswerIn((await askModule(baseUrl)) ?? '');
  if (answer === undefined) throw new Error('The module does not answer.');
  return { hub: answer.hub, tell: (page) => withModule(page, answer) };
};

handOver(openModule);
