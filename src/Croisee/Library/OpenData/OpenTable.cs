using Croisee.Data;
using Croisee.Library.Participedia;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.OpenData;

/// <summary>A table that is given beside the sheets, in the same formats: what it holds, and what the page, the codebook and the catalogue say of it.</summary>
/// <param name="Code">In its address too.</param>
/// <param name="IsOurs">Under the licence of the sheets; what was taken over keeps its own, told line by line.</param>
sealed record OpenTable(string Code, string Title, string Hint, IReadOnlyList<TableColumn> Columns, Func<IServiceProvider, CancellationToken, Task<TableLines>> Read, bool IsOurs = true, string Separator = ";") : TableShape(Code, Columns, Separator)
{
    public static OpenTable News { get; } = new("nouvelles", "Toutes les nouvelles", "Ce que chaque expérience est devenue, une ligne à chaque fois que ses auteurs l’ont dit.", NewsTable.Columns, (s, stop) => Task.FromResult(NewsTable.Read(s.GetRequiredService<PublishedSheets>(), stop)));
    public static OpenTable Words { get; } = new("paroles", "Toutes les paroles de lecteurs", "Les questions publiées sous les fiches, les « nous l’avons fait aussi », et les réponses des auteurs.", WordsTable.Columns, (s, stop) => Task.FromResult(WordsTable.Read(s.GetRequiredService<PublishedSheets>(), stop)));
    public static OpenTable Methods { get; } = new("methodes", "Toutes les méthodes, outils et structures", "Ce que les fiches utilisent, d’où elles viennent, qui les porte : une ligne pour chaque nom, avec ses fiches.", MethodsTable.Columns, (s, stop) => Task.FromResult(MethodsTable.Read(s.GetRequiredService<IServiceScopeFactory>(), s.GetRequiredService<Settings>().Origin, stop)));
    public static OpenTable Collections { get; } = new("dossiers", "Tous les dossiers publiés", "Une ligne pour chaque fiche d’un dossier, dans l’ordre, avec la note de l’équipe qui l’a choisie.", CollectionsTable.Columns, (s, stop) => Task.FromResult(CollectionsTable.Read(s.GetRequiredService<IServiceScopeFactory>(), s.GetRequiredService<Settings>().Origin, stop)));
    public static OpenTable Cases { get; } = new("participedia", "Les cas importés de Participedia", "Une collection à part, qui n’est pas de nous : chaque ligne dit d’où elle vient et sous quelle licence.", CaseTable.Columns, (s, stop) => CaseTable.Read(s.GetRequiredService<IServiceScopeFactory>(), stop), IsOurs: false, Separator: ",");

    public static IReadOnlyList<OpenTable> All { get; } = [News, Words, Methods, Collections, Cases];

    /// <summary>A table that holds nothing and is of somebody else is not announced.</summary>
    public static async Task<IReadOnlyList<OpenTable>> Offered(AppDb db, CancellationToken stop) => await db.ImportedCases.AnyAsync(stop) ? All : [.. All.Where(t => t.IsOurs)];

    public const string FormatKey = "format";

    public string Path => OpenDataFacts.Path + "/" + Code;
    /// <summary>CSV is what its address gives by itself.</summary>
    public string PathAs(SheetFormat format) => format.Over(Path);
    /// <summary>Where its licence is read, for a header; nothing when each line has its own.</summary>
    public string? LicenceAddress => IsOurs ? Sheet.LicenceAddress : null;
}

/// <summary>Such a table as what a page answers. Never kept: it is as long as the library.</summary>
sealed class OpenTableFile(OpenTable table, SheetFormat format) : ActionResult
{
    public override Task ExecuteResultAsync(ActionContext context) => context.HttpContext.RequestServices.GetRequiredService<SheetDownloads>().Send(context.HttpContext, table, format);
}

/// <summary>A page whose answer is one such table.</summary>
public abstract class OpenTableScreen : Screen
{
    private protected abstract OpenTable Table { get; }

    public IActionResult OnGet()
    {
        var asked = Request.Query[OpenTable.FormatKey].ToString();
        return SheetFormat.Find(asked.Length == 0 ? SheetFormat.Csv : asked) is { } format ? new OpenTableFile(Table, format)
            : BadRequest(SheetFormat.NoSuch);
    }
}
