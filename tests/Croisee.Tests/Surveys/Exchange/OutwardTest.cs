using System.IO.Compression;
using System.Text;
using Croisee.Surveys.Content;
using Croisee.Surveys.Exchange;
using Xunit;

namespace Croisee.Tests.Surveys.Exchange;

/// <summary>The table of what is given out says what the writers do: one questionnaire with all of it is written, and each row is looked for in the file.</summary>
[Trait("kind", "pure")]
public sealed class OutwardTest
{
    static readonly QuestionnaireContent Sample = Made();

    static QuestionnaireContent Made()
    {
        var every = Given.EveryKind;
        var (first, second) = (every.Sections[0], every.Sections[1]);
        var connu = first.Questions[0] with { Far = new("lointain.1") { Answers = new Dictionary<string, string> { ["lointaine"] = "OUN_OUI" } }, Sensitive = true, Describes = true, Text = first.Questions[0].Text with { Proxy = "D’après vous, votre proche le connaît.", Picture = "maison", In = new Dictionary<string, string> { ["uk"] = "Ви знаєте раду." } } };
        var lieux = first.Questions[2] with { Shuffled = true };
        // At least one floor of « et » and « ou » that FHIR's own condition cannot say.
        var texte = second.Questions[3] with { ShownIf = new AllOf([new AnyOf([new Chosen("connu", "OUN_OUI"), new Chosen("lieux", "SALON")]), new AnyOf([new Chosen("connu", "OUN_NON"), new Chosen("lieux", "JARDIN")])]) };
        return every with
        {
            Languages = [new("uk", "Українська", TranslationState.Validated) { Terms = new SortedDictionary<string, string> { ["OUN_OUI"] = "Так" } }],
            Sections = [first with { Questions = [connu, first.Questions[1], lieux, first.Questions[3]] }, second with { Questions = [.. second.Questions.Take(3), texte, .. second.Questions.Skip(4)] }],
        };
    }

    static readonly string Book = Read(XlsFormWriter.Write(Sample, "essai")), Resource = FhirWriter.Write(Sample, "essai").Replace(" ", "", StringComparison.Ordinal);

    static string Read(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        var text = new StringBuilder();
        foreach (var entry in zip.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(reader.ReadToEnd());
        }
        return System.Net.WebUtility.HtmlDecode(text.ToString());
    }

    /// <summary>What must stand in the workbook and in the resource; « ! » before what must not.</summary>
    static readonly Dictionary<string, (string[] Book, string[] Resource)> Signs = new(StringComparer.Ordinal)
    {
        ["parts"] = (["begin_group", "partie_debut"], ["partie.debut", "\"type\":\"group\""]),
        ["choices"] = (["select_multiple reponses_lieux", "count-selected(.) <= 2"], ["\"repeats\":true", "questionnaire-maxOccurs"]),
        ["scale"] = (["select_one echelle_V_OUINON"], ["\"code\":\"OUN_OUI\""]),
        ["matrix"] = (["table-list"], ["gtable"]),
        ["ranking"] = (["rank reponses_ordre"], ["urn:croisee:questionnaire:kind"]),
        ["number"] = (["integer", ". <= 12", "date"], ["\"type\":\"integer\"", "maxValue", "\"type\":\"date\""]),
        ["text"] = (["multiline", "!maxLength"], ["\"maxLength\":"]),
        ["consent"] = (["select_one accord_oui_non", "!suis d’accord"], ["\"type\":\"boolean\"", "!suisd’accord"]),
        ["note"] = (["note"], ["\"type\":\"display\""]),
        ["condition"] = (["${connu}"], ["enableWhen", "urn:croisee:questionnaire:condition"]),
        ["required"] = (["required", "yes"], ["\"required\":true"]),
        // Of a scale the refusal has the scale's name before it: alone it would be the house's.
        ["refusal"] = (["!>_NVPR<", "!>_NSP<"], ["!\"_NVPR\"", "!\"_NSP\""]),
        ["shuffled"] = (["randomize=true"], ["urn:croisee:questionnaire:shuffled"]),
        ["easy"] = (["(fr-x-facile)", "(fr-x-proche)"], ["fr-x-facile", "fr-x-proche"]),
        ["languages"] = (["(uk)", "Ви знаєте раду."], ["StructureDefinition/translation", "Визнаєтераду."]),
        ["terms"] = (["!Так"], ["!Так"]),
        ["state"] = (["!Validated"], ["!Validated"]),
        ["pictures"] = (["croisee_picture", "maison"], ["urn:croisee:questionnaire:picture", "maison"]),
        ["far"] = (["!lointain"], ["!lointain"]),
        ["describes"] = (["croisee_describes", "croisee_sensitive"], ["urn:croisee:questionnaire:describes", "urn:croisee:questionnaire:sensitive"]),
    };

    public static TheoryData<string> Codes => [.. Outward.All.Select(r => r.Code)];

    [Theory, MemberData(nameof(Codes))]
    public void A_row_says_what_the_writers_do(string code)
    {
        void Look(string text, string[] signs) => Assert.All(signs, sign => Assert.True(sign[0] == '!' ? !text.Contains(sign[1..], StringComparison.Ordinal) : text.Contains(sign, StringComparison.Ordinal), $"{code}: {sign}"));
        Look(Book, Signs[code].Book);
        Look(Resource, Signs[code].Resource);
    }

    [Fact]
    public void Every_row_is_looked_for_and_none_besides() => Assert.Equal(Outward.All.Select(r => r.Code).Order(StringComparer.Ordinal), Signs.Keys.Order(StringComparer.Ordinal));
}
