using Croisee.Data;
using Croisee.Framework;
using Croisee.Library.Participedia;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.OpenData;

/// <summary>A column of a table that is given beside the sheets.</summary>
sealed record TableColumn(string Code, string Label, string Kind, Vocabulary? Vocabulary = null);

/// <summary>A table that is given beside the sheets: how it is written, and what the page, the codebook and the catalogue say of it.</summary>
/// <param name="Code">In its address and in the name of its file.</param>
/// <param name="IsOurs">Under the licence of the sheets; what was taken over keeps its own, told line by line.</param>
sealed record OpenTable(string Code, string Title, string Hint, IReadOnlyList<TableColumn> Columns, Func<IServiceProvider, Stream, CancellationToken, Task> Write, bool IsOurs = true)
{
    public static OpenTable News { get; } = new("nouvelles", "Toutes les nouvelles (CSV)", "Ce que chaque expérience est devenue, une ligne à chaque fois que ses auteurs l’ont dit.", NewsTable.Columns, (s, body, stop) => NewsTable.Write(body, s.GetRequiredService<PublishedSheets>(), stop));
    public static OpenTable Words { get; } = new("paroles", "Toutes les paroles de lecteurs (CSV)", "Les questions publiées sous les fiches, les « nous l’avons fait aussi », et les réponses des auteurs.", WordsTable.Columns, (s, body, stop) => WordsTable.Write(body, s.GetRequiredService<PublishedSheets>(), stop));
    public static OpenTable Collections { get; } = new("dossiers", "Tous les dossiers publiés (CSV)", "Une ligne pour chaque fiche d’un dossier, dans l’ordre, avec la note de l’équipe qui l’a choisie.", CollectionsTable.Columns, (s, body, stop) => CollectionsTable.Write(body, s.GetRequiredService<IServiceScopeFactory>(), s.GetRequiredService<Settings>().Origin, stop));
    public static OpenTable Cases { get; } = new("participedia", "Les cas importés de Participedia (CSV)", "Une collection à part, qui n’est pas de nous : chaque ligne dit d’où elle vient et sous quelle licence.", CaseTable.Columns, (s, body, stop) => CaseTable.Write(body, s.GetRequiredService<IServiceScopeFactory>(), stop), IsOurs: false);

    public static IReadOnlyList<OpenTable> All { get; } = [News, Words, Collections, Cases];

    /// <summary>A table that holds nothing and is of somebody else is not announced.</summary>
    public static async Task<IReadOnlyList<OpenTable>> Offered(AppDb db, CancellationToken stop) => await db.ImportedCases.AnyAsync(stop) ? All : [.. All.Where(t => t.IsOurs)];

    public string Path => OpenDataFacts.Path + "/" + Code;
    /// <summary>Where its licence is read, for a header; nothing when each line has its own.</summary>
    public string? LicenceAddress => IsOurs ? Sheet.LicenceAddress : null;
}

/// <summary>Such a table as what a page answers. Never kept: it is as long as the library.</summary>
sealed class OpenTableFile(OpenTable table) : ActionResult
{
    public override Task ExecuteResultAsync(ActionContext context) => context.HttpContext.RequestServices.GetRequiredService<SheetDownloads>().Send(context.HttpContext, table);
}

/// <summary>A page whose answer is one such table.</summary>
public abstract class OpenTableScreen : Screen
{
    private protected abstract OpenTable Table { get; }

    public IActionResult OnGet() => new OpenTableFile(Table);
}
