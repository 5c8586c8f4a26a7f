using Croisee.Data;
using Croisee.Framework;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Compare;

/// <summary>Two to four sheets side by side. The comparison is its address: to keep, to send, to print.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class ComparePageModel(AppDb db, ISheetSearch search, NearSheets near, Labels labels, SheetNews news) : Screen
{
    const int Found = 5;
    static readonly string[] Letters = ["A", "B", "C", "D"];

    /// <param name="WithdrawnAt">Only the title and this day are left of it.</param>
    public sealed record Column(string Letter, string Reference, string Title, string? Place, DateTime? WithdrawnAt);
    public sealed record Candidate(string Reference, string Title, string? Why);

    public CompareAddress Ask { get; private set; } = new();
    public List<string> Faults { get; } = [];
    public IReadOnlyList<Column> Columns { get; private set; } = [];
    public Comparison Compared { get; private set; } = null!;
    /// <summary>More than four were asked: they are all named, to choose among.</summary>
    public IReadOnlyList<Column> TooMany { get; private set; } = [];
    public IReadOnlyList<Candidate> Near { get; private set; } = [];
    public IReadOnlyList<Candidate> Results { get; private set; } = [];
    public bool IsComparing => Compared.Letters.Count >= CompareAddress.Least;
    public bool MayAdd => TooMany.Count == 0 && Columns.Count < CompareAddress.Most;
    /// <summary>All that may be shown; <see cref="Shown"/> is what is.</summary>
    public IReadOnlyList<ComparedPart> Parts => Ask.OnlyDifferences ? Compared.Differences : Compared.Parts;
    public IReadOnlyList<ComparedPart> Shown => Ask.Part is null ? Parts : [.. Parts.Where(p => p.Slug == Ask.Part)];
    /// <summary>The one after the only part shown.</summary>
    public ComparedPart? Next => Ask.Part is null ? null : Parts.SkipWhile(p => p.Slug != Ask.Part).Skip(1).FirstOrDefault();

    public async Task OnGet()
    {
        Ask = CompareAddress.From(Request.QueryString);
        Faults.AddRange(Ask.Faults);
        var asked = Ask.References;
        var rows = await db.Sheets.AsNoTracking().Where(s => asked.Contains(s.Reference)).ToDictionaryAsync(s => s.Reference, HttpContext.RequestAborted);
        if (asked.FirstOrDefault(r => !rows.ContainsKey(r)) is { } unknown) Faults.Add($"Aucune fiche n’a le numéro {unknown}.");
        var known = asked.Where(rows.ContainsKey).Select(r => rows[r]).ToList();
        if (known.Count > CompareAddress.Most)
        {
            Faults.Add($"On compare quatre fiches au plus. Vous en avez choisi {known.Count} : gardez-en quatre.");
            TooMany = [.. known.Select(s => ColumnOf("", s, null))];
            known = [];
        }
        var told = known.Where(s => s.IsShown).Select(s => (s.Reference, Content: s.Read())).ToDictionary(s => s.Reference, s => s.Content);
        Columns = [.. known.Select((s, i) => ColumnOf(Letters[i], s, told.GetValueOrDefault(s.Reference)))];
        var lives = await news.Of([.. known.Where(s => s.IsShown)]);
        var since = known.Where(s => s.IsShown).ToDictionary(s => s.Reference, s => lives[s.Id] is { IsTold: true } life ? life.Sentence : null);
        Compared = new([.. Columns.Where(c => told.ContainsKey(c.Reference)).Select(c => (c.Letter, told[c.Reference], since[c.Reference]))], labels);
        // A part that says the same everywhere has no line among the differences: the address is right, and the page says so.
        if (Ask.Part is not null && IsComparing && Compared.Parts.All(p => p.Slug != Ask.Part)) { Faults.Add("Cette partie n’existe pas dans ces fiches."); Ask = Ask.Showing(null); }
        if (Faults.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
        if (MayAdd) await Suggest(known, told);
    }

    Column ColumnOf(string letter, Sheet sheet, SheetContent? content) => new(letter, sheet.Reference, sheet.Title,
        content is null ? null : string.Join(", ", new[] { content.Account.Structure.OrganisationName, labels.Of(content.Account.Structure.Region) }.Where(t => !string.IsNullOrEmpty(t))), sheet.WithdrawnAt);

    /// <summary>Near the last sheet that still has something to say; and what the words of the little search find.</summary>
    async Task Suggest(IReadOnlyList<Sheet> known, Dictionary<string, SheetContent> told)
    {
        var without = known.Select(s => s.Id).ToHashSet();
        if (known.LastOrDefault(s => s.IsShown) is { } last)
            Near = [.. (await near.To(last.Id, told[last.Reference], 3, HttpContext.RequestAborted, without)).Select(s => new Candidate(s.Reference, s.Title, s.Why))];
        if (string.IsNullOrWhiteSpace(Ask.Text)) return;
        var ids = (await search.AskAsync(new(Ask.Text, PageSize: Found + CompareAddress.Most), HttpContext.RequestAborted)).Sheets.Where(i => !without.Contains(i)).Take(Found).ToList();
        var rows = await db.Sheets.AsNoTracking().Where(s => ids.Contains(s.Id) && s.WithdrawnAt == null).Select(s => new { s.Id, s.Reference, s.Title }).ToDictionaryAsync(s => s.Id, HttpContext.RequestAborted);
        Results = [.. ids.Where(rows.ContainsKey).Select(i => new Candidate(rows[i].Reference, rows[i].Title, null))];
    }

}
