using System.Globalization;
using CsvHelper;
using Croisee.Framework;
using Croisee.Ui.Tables;

namespace Croisee.Experiences.Exchange;

/// <summary>What each column and each code of an export means: fields first, then every term of the vocabularies they use, in one table.</summary>
static class FieldBook
{
    static readonly string[] Columns = ["genre", "code", "libelle", "type", "vocabulaire", "obligatoire", "visibilite", "sens", "libelle_facile", "anglais", "ordre", "actif", "version"];

    public static void Write(Stream output, LabelBook book, string separator)
    {
        using var csv = CsvRowWriter.Table(output, separator);
        Line(csv, Columns);
        foreach (var field in ExperienceFields.All)
            Line(csv, ["champ", field.Code, field.Label, field.Kind, field.Vocabulary?.Code ?? "", field.Required ? "oui" : "non", Seen(field.Reach), Used(field.Way), "", "", "", "", Version(Vocabularies.Version)]);
        foreach (var vocabulary in ExperienceFields.All.Select(f => f.Vocabulary).Append(Vocabularies.Stage).OfType<Vocabulary>().Distinct())
            foreach (var term in vocabulary.Terms)
                Line(csv, ["terme", term.Code, book.Label(term), "", vocabulary.Code, "", "", "", book.Label(term, easy: true), term.English, Version(term.Position + 1), book.IsActive(term.Code) ? "oui" : "non", Version(vocabulary.Version)]);
    }

    static void Line(CsvWriter csv, string[] cells)
    {
        foreach (var cell in cells) csv.WriteField(FormulaGuard.Put(cell));
        csv.NextRecord();
    }

    static string Seen(Reach reach) => reach switch { Reach.Public => "P", Reach.Group => "G", _ => "A" };

    static string Used(Way way) => way switch { Way.OutOnly => "export seulement", Way.InOnly => "import seulement, jamais exporté (EXP-R4)", _ => "export et import" };

    static string Version(int number) => number.ToString(CultureInfo.InvariantCulture);
}
