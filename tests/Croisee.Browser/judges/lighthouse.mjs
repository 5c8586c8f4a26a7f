// Lighthouse on pages of a running product, as a phone sees them. In: {"chromium": "...", "pages": [{"name", "url", "cookie"}]} on standard input.
// Out, on standard output: one line of JSON for each page, with its scores of 100 and what took points off.
import { readFileSync } from 'node:fs';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const asked = JSON.parse(readFileSync(0, 'utf8'));
const chrome = await launch({
  chromePath: asked.chromium,
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--lang=fr'],
});
try {
  for (const page of asked.pages) {
    const { lhr } = await lighthouse(page.url, {
      port: chrome.port,
      logLevel: 'error',
      formFactor: 'mobile',
      onlyCategories: ['accessibility', 'best-practices', 'seo'],
      extraHeaders: page.cookie ? { Cookie: page.cookie } : undefined,
      maxWaitForLoad: 30_000,
    });
    const scores = Object.fromEntries(Object.values(lhr.categories).map(c => [c.id, Math.round((c.score ?? 0) * 100)]));
    console.log(JSON.stringify({ name: page.name, shown: lhr.finalDisplayedUrl, error: lhr.runtimeError?.message, scores, faults: Object.values(lhr.categories).flatMap(c => c.auditRefs.filter(counts).map(r => fault(c.id, lhr.audits[r.id]))) }));

    function counts(ref) {
      const { score, scoreDisplayMode } = lhr.audits[ref.id];
      return scoreDisplayMode === 'error' || ref.weight > 0 && score !== null && score < 1;
    }
  }
} finally {
  chrome.kill();
}

function fault(category, audit) {
  const where = (audit.details?.items ?? []).slice(0, 3).map(i => i.node?.snippet ?? i.description ?? i.url ?? i.source ?? '').join(' | ');
  return `${category} ${audit.id}: ${audit.title} ${audit.errorMessage ?? where}`.trim();
}
