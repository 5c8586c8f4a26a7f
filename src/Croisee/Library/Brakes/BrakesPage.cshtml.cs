using Croisee.Framework;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Library.Brakes;

/// <summary>What held back, what helped, and what is told together, with the sheets behind each number (domain 1.7, 3.1).</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class BrakesPageModel(ISheetSearch search, Labels labels, Localizer words, SearchInWords said) : BrakesScreen(search, labels, words)
{
    /// <summary>The two fields that the form offers; every other choice of the address is kept.</summary>
    public static IReadOnlyList<string> Offered { get; } = ["contexte", "degre"];

    public IEnumerable<(SheetFacet Facet, IReadOnlyList<Choice> Choices, string? Chosen)> Lists => Offered.Select(f => SheetFacets.Find(f)!).Select(f =>
        (f, (IReadOnlyList<Choice>)[.. f.Codes.Concat(Ask.Has(f.Field, SheetFacets.Unsaid) ? [SheetFacets.Unsaid] : []).Select(c => new Choice(c, LabelOf(f, c)))], Ask.Filters.GetValueOrDefault(f.Field)?.Order(StringComparer.Ordinal).FirstOrDefault()));

    /// <summary>A list shows one choice of its field; the others of the same field are carried along beside it.</summary>
    public IEnumerable<(string Key, string Value)> Kept => Ask.TextAndChoices.Where(p => !Offered.Contains(p.Key) || Ask.Filters[p.Key].Order(StringComparer.Ordinal).First() != p.Value);

    /// <summary>Said beside the form: a list has one line to show.</summary>
    public IReadOnlyList<string> Beside => [.. Kept.Where(k => Offered.Contains(k.Key)).Select(k => LabelOf(SheetFacets.Find(k.Key)!, k.Value))];

    public async Task OnGet()
    {
        await Read();
        await Say(said, SheetFacets.Brake, SheetFacets.Lever);
    }

    /// <summary>Width of a bar, of 100.</summary>
    public string Share(int count) => (Told.Total == 0 ? 0 : 100.0 * count / Told.Total).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);
    public string Percent(int count) => (Told.Total == 0 ? 0 : (double)count / Told.Total).ToString("P0", Localizer.French);
}
