using System.Globalization;
using Croisee.Data;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.OpenData;

/// <summary>What the page, the catalogue entry and the structured data say of the whole: how many sheets, since when, last change, who gives them.</summary>
public sealed class OpenDataFacts(AppDb db, Settings settings)
{
    public const string Path = "/donnees-ouvertes", ApiPath = Path + "/api", CatalogueAddress = Path + "/catalogue/", Title = "Expériences de participation du répertoire Croisée";
    public const string Description = "Fiches publiées d’expériences où des personnes concernées et des professionnels ont agi ensemble, dans le social, le médico-social et la santé en France. Décrites avec des listes de codes stables : degrés, registres, contextes, publics, freins, leviers. Publiées avec l’accord de leurs auteurs, sans aucune coordonnée.";
    /// <summary>The licence in the list of SPDX.</summary>
    public const string LicenceIri = "https://spdx.org/licenses/etalab-2.0";
    public static IReadOnlyList<string> Keywords { get; } = ["participation", "engagement des usagers", "personnes concernées", "social", "médico-social", "santé"];

    public string Origin => settings.Origin;
    public string Publisher { get; private set; } = "Croisée";
    public int Count { get; private set; }
    public DateOnly? Since { get; private set; }
    /// <summary>Also a withdrawal is a change.</summary>
    public DateOnly? LastChange { get; private set; }

    public async Task<OpenDataFacts> Read(CancellationToken stop)
    {
        var shown = db.Sheets.Where(s => s.WithdrawnAt == null);
        Count = await shown.CountAsync(stop);
        Since = (await shown.MinAsync(s => (DateTime?)s.PublishedAt, stop))?.ParisDay();
        // Columns of the files, all of them: who harvests only what moved must not miss them.
        var changes = new[]
        {
            await shown.MaxAsync(s => (DateTime?)s.UpdatedAt, stop), await db.Sheets.MaxAsync(s => s.WithdrawnAt, stop), await db.News.MaxAsync(n => n.JudgedAt, stop), await db.News.MaxAsync(n => (DateTime?)n.At, stop),
            await db.SheetLinks.MaxAsync(l => l.JudgedAt, stop), await db.EasyReadings.MaxAsync(r => (DateTime?)r.At, stop),
            await shown.MaxAsync(s => s.RewordedAt, stop), await db.FormerMethods.MaxAsync(f => (DateTime?)f.At, stop), await db.StructureTies.MaxAsync(t => (DateTime?)t.At, stop), await db.StructureTies.MaxAsync(t => t.UndoneAt, stop),
        };
        LastChange = changes.Max()?.ParisDay();
        Publisher = await db.Organisations.Where(o => o.ParentId == null).Select(o => o.Name).FirstOrDefaultAsync(stop) ?? Publisher;
        return this;
    }

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>schema.org, for engines that search data sets.</summary>
    public Dictionary<string, object> StructuredData()
    {
        var told = new Dictionary<string, object>
        {
            ["@context"] = "https://schema.org", ["@type"] = "Dataset", ["@id"] = Origin + Path + "#fiches", ["name"] = Title, ["description"] = Description, ["url"] = Origin + Path, ["inLanguage"] = "fr",
            ["license"] = Sheet.LicenceAddress, ["isAccessibleForFree"] = true, ["keywords"] = Keywords,
            ["creator"] = new Dictionary<string, object> { ["@type"] = "Organization", ["name"] = Publisher, ["url"] = Origin + "/" },
            ["spatialCoverage"] = "France",
            ["distribution"] = SheetFormat.All.Select(f => new Dictionary<string, object> { ["@type"] = "DataDownload", ["name"] = f.Label, ["encodingFormat"] = f.MediaType.Split(';')[0], ["contentUrl"] = Origin + SheetsFilePageModel.Path + f.Code }).ToList(),
        };
        if (Since is { } since) told["datePublished"] = Iso(since);
        if (LastChange is { } last) told["dateModified"] = Iso(last);
        return told;
    }
}
