import { newArchiveReport, note } from './archive-report.js';

describe('an archive report', () => {
  it('counts all, and lists the first 200', () => {
    const report = newArchiveReport();
    for (let chat = 0; chat < 250; chat += 1) {
      note(report, 'archived', `${chat}`);
      note(report, 'kept', { chat_id: `${chat}`, reasons: ['It is lively.'] });
    }
    expect(report).toMatchObject({ archived_count: 250, kept_count: 250, failed_count: 0 });
    expect(report.archived).toHaveLength(200);
    expect(report.kept).toHaveLength(200);
  });
});
