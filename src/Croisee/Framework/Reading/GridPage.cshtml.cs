using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Framework.Reading;

[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public sealed class GridPageModel(Labels labels, IEnumerable<IFrameworkExamples> rooms) : Screen
{
    const int ExamplesMax = 2;
    ILookup<string, FrameworkExample> examples = null!;

    public Labels Labels => labels;

    public async Task OnGet() =>
        examples = await rooms.Of(Vocabularies.Modality.Terms.Select(t => t.Code), ExamplesMax, HttpContext.RequestAborted);

    public static Cell CellAt(Term scale, Term level) => new(scale.Code, level.Code);

    /// <summary>Whether this line of the grid comes from this project and not from the source document.</summary>
    public static bool IsOurs(Term scale) => Vocabularies.Level.Terms.SelectMany(l => CellAt(scale, l).Modalities).Any(m => Grid.IsOurs(m.Code));

    public IEnumerable<Term> Offered(Cell cell) => cell.Modalities.Where(m => labels.Book.IsActive(m.Code));

    /// <summary>Published examples of a cell, each once whatever the number of its modalities.</summary>
    public IEnumerable<FrameworkExample> ExamplesOf(Cell cell) =>
        cell.Modalities.SelectMany(m => examples[m.Code]).DistinctBy(e => e.Path).Take(ExamplesMax);
}
