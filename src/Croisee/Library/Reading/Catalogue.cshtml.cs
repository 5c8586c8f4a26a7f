using Croisee.Data;
using Croisee.Experiences;
using Croisee.Experiences.Answers;
using Croisee.Framework;
using Croisee.Library.Feeds;
using Croisee.Library.OpenData;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Reading;

/// <summary>The library: words, choices with their counts, sort, pages. Each state is an address; nothing in an address makes it fail.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class CatalogueModel(AppDb db, ISheetSearch search, Labels labels, Localizer words) : Screen
{
    const int Shown = 5, Excerpt = 190, MostTellers = 3, TitleWords = 60;

    public sealed record Result(string Reference, IReadOnlyList<TextRun> Title, string Meta, Experiences.Voices Voices, bool Remarkable, string? Degree, IReadOnlyList<string> Contexts, IReadOnlyList<TextRun> Summary);
    public sealed record Teller(string Name, string Key);
    public sealed record FacetChoice(string Label, int Count, bool Chosen, string Href);
    public sealed record Facet(string Label, IReadOnlyList<FacetChoice> Choices, bool Open, string? More);

    /// <summary>The feeds that a reader of feeds finds by itself.</summary>
    public static IReadOnlyList<(string Format, string Type, string Label)> Feeds { get; } = [.. FeedWriter.Formats.Select(f => (f.Code, f.MediaType, f.Label))];

    public static IReadOnlyList<(string Code, string Label)> Downloads { get; } = [.. SheetFormat.All.Select(f => (f.Code, f.Label))];

    public LibraryAddress Ask { get; private set; } = new();
    public SearchAnswer Answer { get; private set; } = null!;
    public IReadOnlyList<Result> Results { get; private set; } = [];
    /// <summary>Organisations of these sheets whose own name has all the words that were typed: they may be what is sought.</summary>
    public IReadOnlyList<Teller> Tellers { get; private set; } = [];
    public IReadOnlyList<Facet> Facets { get; private set; } = [];
    public IReadOnlyList<FacetChoice> Chosen { get; private set; } = [];
    public int Pages => (Answer.Total + Ask.Question.PageSize - 1) / Ask.Question.PageSize;
    /// <summary>The words of the search, for a title: not longer than a tab can show.</summary>
    public string Words => Ask.Text.Length > TitleWords ? Ask.Text[..TitleWords] + "…" : Ask.Text;
    public bool IsEmpty => Answer.Total == 0 && Ask is { Text: "", Choices: 0 };
    public bool MayCompare => Answer.Total > 1 && !IsEasy;
    IReadOnlyDictionary<string, string> calls = new Dictionary<string, string>();
    bool IsEasy => words.Mode is ReadingMode.EasyRead;

    public async Task OnGet()
    {
        Ask = LibraryAddress.Read(Request.Query);
        Answer = await search.AskAsync(Ask.Question, HttpContext.RequestAborted);
        if (Ask.Page > 1 && Ask.Page > Pages)
        {
            Ask = Ask.WithoutPage().WithFault(Pages < 2 ? "Il n’y a qu’une page de résultats." : $"Il n’y a que {Pages} pages de résultats.");
            Answer = await search.AskAsync(Ask.Question, HttpContext.RequestAborted);
        }
        if (Ask.Faults.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
        Results = await Read(Answer.Sheets);
        Facets = [.. SheetFacets.Listed.Take(IsEasy ? 4 : SheetFacets.All.Count).Select(FacetOf).Where(f => f.Choices.Count > 0)];
        calls = await db.CallTitlesOf(Ask.Filters, labels, words);
        Chosen = [.. SheetFacets.All.SelectMany(f => Ask.Filters.GetValueOrDefault(f.Field, new HashSet<string>()).Select(c => ChoiceOf(f, c, 0)))];
    }

    async Task<IReadOnlyList<Result>> Read(IReadOnlyList<Guid> ids)
    {
        if (ids.Count == 0) return [];
        var rows = await db.Sheets.AsNoTracking().Where(s => ids.Contains(s.Id) && s.WithdrawnAt == null).Select(s => new { s.Id, s.Reference, s.Title, s.Card }).ToDictionaryAsync(s => s.Id);
        var found = new FoundWords(Answer.Words, Ask.Text);
        var shown = ids.Where(rows.ContainsKey).Select(i => (rows[i].Reference, rows[i].Title, Card: SheetCard.FromJson(rows[i].Card))).ToList();
        Tellers = TellersOf(shown.Select(s => s.Card.Structure));
        return [.. shown.Select(s => ResultOf(s.Reference, s.Title, s.Card, found))];
    }

    IReadOnlyList<Teller> TellersOf(IEnumerable<string?> structures)
    {
        var asked = Answer.Words.SelectMany(Slugs.Words).ToList();
        return asked.Count == 0 || Answer.Widened ? [] : [.. structures.OfType<string>().Where(s => asked.All(w => Slugs.Words(s).Any(n => n.StartsWith(w, StringComparison.Ordinal))))
            .Select(s => new Teller(s, Slugs.Of(s))).Where(t => t.Key.Length > 0).DistinctBy(t => t.Key).Take(MostTellers)];
    }

    Result ResultOf(string reference, string title, SheetCard card, FoundWords found)
    {
        var year = Setting.ParseMonth(card.Start)?.Year;
        string?[] meta = [card.Structure, labels.Of(card.Region), year is null ? null : words["depuis {0}", year]];
        var summary = IsEasy && card.Easy is { Length: > 0 } easy ? easy : card.Summary;
        return new(reference, found.Mark(title), string.Join(", ", meta.Where(m => !string.IsNullOrEmpty(m))), new SheetContent { WrittenBy = card.WrittenBy }.Voices,
            card.Remarkable, card.Degree is null ? null : labels.Of(card.Degree), [.. labels.Of(card.Contexts).Take(IsEasy ? 0 : 2)], found.Excerpt(summary, Excerpt));
    }

    Facet FacetOf(SheetFacet facet)
    {
        var counts = Answer.Facets.GetValueOrDefault(facet.Field, new Dictionary<string, int>());
        var chosen = Ask.Filters.GetValueOrDefault(facet.Field, new HashSet<string>());
        var codes = counts.Keys.Union(chosen).OrderByDescending(chosen.Contains).ThenByDescending(c => facet.Field == SheetFacets.Year && int.TryParse(c, Localizer.French, out var year) ? year : counts.GetValueOrDefault(c)).ThenBy(c => Vocabularies.Find(c)?.Position ?? 0).ToList();
        var whole = Ask.Whole == facet.Field;
        var shown = whole ? codes : codes.Take(Math.Max(Shown, chosen.Count)).ToList();
        return new(facet.Label, [.. shown.Select(c => ChoiceOf(facet, c, counts.GetValueOrDefault(c)))], whole || chosen.Count > 0, shown.Count < codes.Count ? Ask.Showing(facet.Field).Href() : null);
    }

    FacetChoice ChoiceOf(SheetFacet facet, string code, int count) => new(facet.LabelOf(code, labels, words, calls), count, Ask.Has(facet.Field, code), Ask.Toggled(facet.Field, code).Href());
}
