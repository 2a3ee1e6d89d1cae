import { ArchiveService, type Request } from './archive-service';

const service = new ArchiveService((answer, handOver) =>
  postMessage(answer, { transfer: handOver })
);
addEventListener('message', ({ data }: MessageEvent<Request>) => void service.hear(data));
