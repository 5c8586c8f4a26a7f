using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Croisee.Browser;

/// <summary>What is wrong with a page as it is shown, in one line for each fault.</summary>
static class Looking
{
    static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    /// <summary>A phone, then a desk screen read at 200 %.</summary>
    static readonly int[] Narrow = [320, 640];

    /// <summary>From now on: what the page asks of another site, and what it tried against its own policy (S45). Nothing of ours does either.</summary>
    public static ConcurrentQueue<string> Overheard(this IPage page, Uri home)
    {
        var heard = new ConcurrentQueue<string>();
        page.Request += (_, request) =>
        {
            if (Uri.TryCreate(request.Url, UriKind.Absolute, out var asked) && asked.Scheme is not ("data" or "blob" or "about") && asked.Authority != home.Authority) heard.Enqueue("asks another site: " + request.Url);
        };
        page.Console += (_, message) => { if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) heard.Enqueue("refused by the policy: " + message.Text); };
        return heard;
    }

    /// <summary>
    /// What axe says of the page. Run in the page and asked for faults only: its own way for Playwright gathers what passes too, and finishes in a second page,
    /// for several times as long. Nothing here is in a frame, and no rule asked for reads a style sheet anew.
    /// </summary>
    public static async Task<List<string>> Judged(this IPage page)
    {
        await page.EvaluateAsync(Axe);
        return [.. await page.EvaluateAsync<string[]>("""
            async () => {
              const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
              const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], selectors: false, iframes: false, preload: false });
              return violations.map(v => `axe ${v.id} (${v.impact}): ${v.help}: ` + v.nodes.slice(0, 3).map(n => n.html.slice(0, 140)).join(' | '));
            }
            """)];
    }

    /// <summary>
    /// The page in its parts (head, then each part of the body), as they stand, without what is drawn anew at each showing: a header is the same on
    /// a hundred pages, and a page the same for three roles.
    /// </summary>
    public static Task<string[]> Parts(this IPage page) => page.EvaluateAsync<string[]>("""
        () => [document.head, ...document.body.children].map(e => document.documentElement.className + document.body.className + e.outerHTML.replace(/ name="__RequestVerificationToken"[^>]*| value="CfDJ8[^"]*"/g, ''))
        """);

    public static async Task<List<string>> Structure(this IPage page) => [.. await page.EvaluateAsync<string[]>("""
        () => {
          const faults = [], all = s => [...document.querySelectorAll(s)];
          const shown = e => e.offsetParent !== null || e.getClientRects().length > 0;
          if (document.documentElement.lang !== 'fr') faults.push('lang is « ' + document.documentElement.lang + ' »');
          if (!document.title.trim() || document.title.startsWith(' ·')) faults.push('no title');
          if (all('h1').length !== 1) faults.push(all('h1').length + ' h1');
          let level = 0;
          for (const h of all('h1,h2,h3,h4,h5,h6').filter(shown)) {
            const n = +h.tagName[1];
            if (n > level + 1) faults.push('h' + level + ' then h' + n + ': ' + h.textContent.trim().slice(0, 60));
            level = n;
          }
          const seen = new Set();
          for (const e of all('[id]')) { if (seen.has(e.id)) faults.push('id twice: ' + e.id); seen.add(e.id); }
          for (const e of all('input:not([type=hidden]):not([type=submit]),select,textarea'))
            if (!(e.labels && e.labels.length && e.labels[0].textContent.trim()) && !e.getAttribute('aria-label')) faults.push('no label: ' + e.name);
          for (const e of all('[aria-describedby]'))
            for (const id of e.getAttribute('aria-describedby').split(/\s+/)) if (id && !document.getElementById(id)) faults.push('described by nothing: ' + id);
          for (const e of all('a[href^="#"]')) if (e.hash.length > 1 && !document.getElementById(decodeURIComponent(e.hash.slice(1)))) faults.push('leads nowhere: ' + e.hash);
          return faults;
        }
        """)];

    public static async Task<List<string>> Width(this IPage page)
    {
        var faults = new List<string>();
        foreach (var width in Narrow)
        {
            await page.SetViewportSizeAsync(width, 900);
            var wide = await page.EvaluateAsync<string?>("""
                () => {
                  const w = document.documentElement.clientWidth;
                  if (document.documentElement.scrollWidth <= w) return null;
                  const over = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > w + 1).slice(-1)[0];
                  return document.documentElement.scrollWidth + (over ? ' because of ' + over.outerHTML.slice(0, 110) : '');
                }
                """);
            if (wide is not null) faults.Add($"at {width} px, {wide}");
        }
        await page.SetViewportSizeAsync(1280, 900);
        return faults;
    }
}
