import type { Block, BlockRequest, Feedback, Recall, RecallRequest, UseReport } from '@/memory/recall/types';
import type { CapturedTurns, CaptureReceipt } from '@/memory/types';

/** What the page asks of the engine. Each may fail in any way; the chat site must go on working. */
export interface Engine {
  capture(turns: CapturedTurns): Promise<CaptureReceipt>;
  recall(request: RecallRequest): Promise<Recall>;
  blockFor(request: BlockRequest): Promise<Block>;
  report(use: UseReport): Promise<unknown>;
  feedback(feedback: Feedback): Promise<unknown>;
  /** False once the extension was updated, reloaded or removed: nothing will answer any more. */
  isConnected(): boolean;
}
