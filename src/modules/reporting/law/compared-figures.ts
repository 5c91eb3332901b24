/** The figures reports are compared by over years and units: cells that every layout has. Data only. */
import { cellKey } from './cells.ts';

const total = (row: string) => cellKey('requests', row, 'total');
const dispute = (row: string, column: string) => cellKey('disputes', row, column);
const ways = ['review', 'directLawsuit', 'lawsuitAfterReview'] as const;

export const comparedFigures = [
  { id: 'received', title: '新收申请', cells: [total('received')] },
  { id: 'ended', title: '办结', cells: [total('outcomeTotal')] },
  { id: 'granted', title: '予以公开', cells: [total('granted')] },
  { id: 'partial', title: '部分公开', cells: [total('partial')] },
  { id: 'notHeld', title: '本机关不掌握', cells: [total('notHeld')] },
  { id: 'carriedOut', title: '结转下年', cells: [total('carriedOut')] },
  { id: 'disputes', title: '复议诉讼', cells: ways.map((row) => dispute(row, 'total')) },
  { id: 'corrected', title: '结果纠正', cells: ways.map((row) => dispute(row, 'corrected')) },
] as const;
