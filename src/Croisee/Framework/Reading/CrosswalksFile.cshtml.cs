using System.Globalization;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Framework.Reading;

/// <summary>All crosswalks as one table: a line for each code of ours beside theirs, for each field of a case, and for each value of such a field that has a code here.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public sealed class CrosswalksFileModel(Labels labels) : Screen
{
    static readonly string[] Head = ["echelle", "version", "notre_code", "notre_libelle", "leur_terme", "leur_terme_anglais", "rapprochement", "raison", "leur_valeur"];

    public IActionResult OnGet()
    {
        var version = Crosswalks.Version.ToString(CultureInfo.InvariantCulture);
        var scales = Crosswalks.Scales.SelectMany(s => s.Lines.Select(l => (string[])[s.Code, version, l.Ours, labels.Book.Label(l.Ours), l.Theirs ?? "", l.English ?? "", l.Relation, l.Reason, ""]));
        var fields = Crosswalks.Participedia.SelectMany(f => f.Values.SelectMany(v => v.Value.Select(code => (Code: code, Label: labels.Book.Label(code), Value: v.Key))).Prepend((Code: f.Ours ?? "", Label: "", Value: ""))
            .Select(p => (string[])["participedia", version, p.Code, p.Label, f.Words, f.Name, f.Relation, f.Reason, p.Value]));
        return File(CsvFile.Of(scales.Concat(fields).Prepend(Head)), CsvFile.Type, $"croisee-correspondances-v{version}.csv");
    }
}
