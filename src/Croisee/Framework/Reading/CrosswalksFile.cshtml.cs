using System.Globalization;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Framework.Reading;

/// <summary>All crosswalks as one table.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public sealed class CrosswalksFileModel(Labels labels) : Screen
{
    static readonly string[] Head = ["echelle", "version", "notre_code", "notre_libelle", "leur_terme", "leur_terme_anglais", "rapprochement", "raison"];

    public IActionResult OnGet()
    {
        var version = Crosswalks.Version.ToString(CultureInfo.InvariantCulture);
        var scales = Crosswalks.Scales.SelectMany(s => s.Lines.Select(l => (string[])[s.Code, version, l.Ours, labels.Book.Label(l.Ours), l.Theirs ?? "", l.English ?? "", l.Relation, l.Reason]));
        var fields = Crosswalks.Participedia.Select(f => (string[])["participedia", version, f.Ours ?? "", "", f.Name, f.Name, f.Relation, f.Reason]);
        return File(CsvFile.Of(scales.Concat(fields).Prepend(Head)), CsvFile.Type, $"croisee-correspondances-v{version}.csv");
    }
}
