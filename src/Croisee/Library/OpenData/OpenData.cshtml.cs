using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Library.OpenData;

/// <summary>Explains to whoever reuses: which files, which codes, under which licence, as of which day, how to cite, how a program reads.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class OpenDataModel(AppDb db, OpenDataFacts facts, TimeProvider clock) : Screen
{
    public sealed record Offer(string Code, string Label, string Hint);

    public OpenDataFacts Facts => facts;
    public IReadOnlyList<Offer> Formats { get; } = [.. SheetFormat.All.Select(f => new Offer(f.Code, f.Label, f.Hint))];
    public IReadOnlyList<(string Title, string Hint, IReadOnlyList<(string Path, string Label)> Files)> Tables { get; private set; } = [];
    public int Columns => SheetTable.Head.Count;
    public string Citation => $"{facts.Publisher}, répertoire Croisée, {facts.Origin}{OpenDataFacts.Path}, données du {clock.ParisToday().Short()}. {Sheet.Licence}.";

    public async Task OnGet()
    {
        await facts.Read(HttpContext.RequestAborted);
        Tables = [.. (await OpenTable.Offered(db, HttpContext.RequestAborted)).Select(t => (t.Title, t.Hint, (IReadOnlyList<(string, string)>)[.. SheetFormat.All.Select(f => (t.PathAs(f), f.Label))]))];
    }
}
