using System.Globalization;
using Croisee.Data;
using Croisee.Framework;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Review.Evidence;

/// <summary>The same numbers as a file: one line for each field, then one for each code; two for the whole group; codes and words both. A number that is not there is an empty cell.</summary>
[Audience(Audience.Member)]
public sealed class AgreementFileModel(AppDb db, TimeProvider clock, Visitor visitor, Labels labels) : AgreementScreen(db, clock, visitor)
{
    static readonly string[] Head = ["repere", "vocabulaire", "code", "mot", "comparees", "pareil", "alpha", "kappa", "kappa_lineaire", "kappa_carre", "alpha_bas", "alpha_haut", "kappa_bas", "kappa_haut", "les_deux", "personne_concernee_seule", "professionnel_seul", "ni_l_un_ni_l_autre", "accord", "lectures"];

    public IActionResult OnGet() => File(CsvFile.Of(Fields.SelectMany(f => Lines(f, "toutes")).Concat(LinesOfGroup()).Concat(Reworded.SelectMany(r => Lines(r.Before, $"avec les mots d’avant le {r.Since.ParisDay():yyyy-MM-dd}").Concat(Lines(r.After, $"avec les mots du {r.Since.ParisDay():yyyy-MM-dd}")))).Prepend(Head)), CsvFile.Type, $"croisee-accords-{(IsOverAll ? "groupe-" + Group.Reference : Call!.Slug)}.csv");

    /// <summary>The mean and the median of each coefficient over the fields that have it: no vocabulary, no code.</summary>
    IEnumerable<string[]> LinesOfGroup() => Whole is not { } whole ? [] : new (string, Func<OverFields, double>)[] { ("moyenne", o => o.Mean), ("médiane", o => o.Median) }
        .Select(n => (string[])[$"{GroupAgreement.Name} ({n.Item1} de {whole.Alpha.Fields} repères)", "", "", "", Count(whole.Compared), Count(whole.Same), .. new[] { whole.Alpha, whole.Kappa, whole.Linear, whole.Quadratic }.Select(o => Cell(o is null ? null : n.Item2(o))), .. Enumerable.Repeat("", 9), "toutes"]);

    static string Cell(double? number) => number?.ToString("0.######", Localizer.French) ?? "";
    static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <param name="readings">Which readings are counted: all, or those of one wording.</param>
    IEnumerable<string[]> Lines(FieldAgreement field, string readings)
    {
        string Cell(double? number) => field.Verdict is Agreed.TooEarly ? "" : AgreementFileModel.Cell(number);
        yield return [field.Field.Name, field.Field.Vocabulary.Code, "", "", Count(field.Compared), Count(field.Same), Cell(field.Alpha), Cell(field.Kappa), Cell(field.LinearKappa), Cell(field.QuadraticKappa), Cell(field.AlphaInterval?.Low), Cell(field.AlphaInterval?.High), Cell(field.KappaInterval?.Low), Cell(field.KappaInterval?.High), "", "", "", "", AgreementWords.Short(field.Verdict), readings];
        foreach (var code in field.Codes)
            yield return [field.Field.Name, field.Field.Vocabulary.Code, code.Code, labels.Of(code.Code), Count(field.Compared), Count(code.Both + code.Neither), Cell(code.Alpha), Cell(code.Kappa), "", "", "", "", "", "", Count(code.Both), Count(code.ServiceUsersOnly), Count(code.ProfessionalsOnly), Count(code.Neither), "", readings];
    }
}
