import { execFileSync } from 'node:child_process';

/** How many bytes of memory a process holds. */
export function residentBytes(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024;
}
