using System.Text;
using Croisee.Surveys.Exchange;

namespace Croisee.Tests.Surveys.Exchange;

/// <summary>A small file for every row of the conformance table.</summary>
static class ConformanceSamples
{
    static string Fifty(string between, string before = "", string row = "|") => string.Join(row, Enumerable.Range(1, 50).Select(n => $"{before}C{n}{between}Réponse {n}"));
    static string Parts(string one, string between = "\n") => string.Join(between, Enumerable.Range(1, 23).Select(n => one.Replace("#", n.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)));
    const string Two = "A=Rouge|B=Vert", Often = "1=Jamais|2=Parfois|3=Souvent|4=Toujours", Lines = "L1=Les repas|L2=Les soins";

    static LssSample Of(string type, string sub = "", string choices = "", string attributes = "", string mandatory = "N", string other = "N") => new LssSample().Ask(type, "Q1", "Question ?", sub, choices, attributes, mandatory, other);

    public static IReadOnlyDictionary<string, LssSample> Lss => new Dictionary<string, LssSample>
    {
        ["group"] = Of("S"), ["group.about"] = new LssSample { GroupAbout = "Cette partie parle des repas." }.Ask("S", "Q1"),
        ["L"] = Of("L", choices: Two), ["O"] = Of("O", choices: Two), ["5"] = Of("5"), ["M"] = Of("M", Lines), ["P"] = Of("P", Lines),
        ["F"] = Of("F", Lines, Often), ["F.singles"] = Of("F", Lines, Two), ["A"] = Of("B", Lines), ["C"] = Of("C", Lines), ["E"] = Of("E", Lines),
        ["Y"] = Of("Y"), ["G"] = Of("G"), ["N"] = Of("N"), ["decimal"] = Of("N"), ["K"] = Of("K", Lines), ["D"] = Of("D"), ["S"] = Of("S"), ["T"] = Of("U"), ["Q"] = Of("Q", Lines), ["R"] = Of("R", "", Two), ["X"] = Of("X"),
        ["1"] = Of("1", Lines, Two), [":"] = Of(";", Lines), ["|"] = Of("|"), ["*"] = Of("*"), ["I"] = Of("I"), ["type"] = Of("Z"), ["empty"] = Of("L"),
        ["mandatory"] = Of("S", mandatory: "Y"), ["mandatory.soft"] = Of("S", mandatory: "S"), ["help"] = new LssSample().Ask("S", "Q1", help: "En un mot."), ["other"] = Of("L", choices: Two, other: "Y"),
        ["language"] = new LssSample().Ask("S", "Q1", english: "Question?"), ["french"] = new LssSample().Ask("S", "Q1", "", english: "Question?"),
        ["condition"] = Of("Y").Ask("S", "Q2", relevance: "((Q1.NAOK == \"Y\"))"), ["condition.unsaid"] = Of("Y").Ask("S", "Q2", relevance: "strlen(Q1.NAOK) > 3"),
        ["bounds"] = Of("M", Lines, attributes: "max_answers=1"), ["random"] = Of("M", Lines, attributes: "random_order=1"), ["exclusive"] = Of("M", Lines + "|L3=Rien", attributes: "exclude_all_others=L3"),
        ["silent"] = Of("L", choices: Two + "|C=Sans opinion"), ["hidden"] = Of("S", attributes: "hidden=1"), ["attribute"] = Of("S", attributes: "em_validation_q=is_numeric(Q1)"),
        ["code"] = Of("L", choices: "1=Rouge|2=Vert"), ["scale"] = Of("L", choices: Often), ["html"] = new LssSample().Ask("S", "Q1", "<b>Question</b> <img src=x onerror=alert(1)>"), ["piping"] = new LssSample().Ask("S", "Q1", "Bonjour {TOKEN:FIRSTNAME}"),
        ["longtext"] = new LssSample().Ask("S", "Q1", new string('é', 700)), ["welcome"] = new LssSample { Welcome = "<p>Bienvenue</p>" }.Ask("S", "Q1"), ["quota"] = Of("S").With("quota"),
        ["options"] = Of("L", choices: Fifty("=")), ["parts"] = new LssSample { MoreGroups = 22 }.Ask("S", "Q1"), ["settings"] = new LssSample { Policy = "<p>Vos données</p>" }.Ask("S", "Q1"),
    };

    public static IReadOnlyDictionary<string, Func<ReadQuestionnaire>> Xls => new Dictionary<string, Func<ReadQuestionnaire>>
    {
        ["options"] = () => XlsSample.Rows("select_one lieux|q|Q ?", "list_name|name|label\n" + Fifty("|", "lieux|", "\n")), ["parts"] = () => XlsSample.Rows(Parts("begin_group|g#|Partie #\ntext|q#|Q ?\nend_group")),
        ["text"] = () => XlsSample.Rows("text|q|Q ?"), ["integer"] = () => XlsSample.Rows("integer|q|Q ?"), ["decimal"] = () => XlsSample.Rows("decimal|q|Q ?"), ["range"] = () => XlsSample.Rows("range|q|Q ?|||||start=0 end=10"),
        ["date"] = () => XlsSample.Rows("date|q|Q ?"), ["datetime"] = () => XlsSample.Rows("dateTime|q|Q ?"), ["select_one"] = () => XlsSample.Rows("select_one couleurs|q|Q ?"), ["select_multiple"] = () => XlsSample.Rows("select_multiple couleurs|q|Q ?"),
        ["rank"] = () => XlsSample.Rows("rank couleurs|q|Q ?"), ["note"] = () => XlsSample.Rows("note|q|Une note"), ["acknowledge"] = () => XlsSample.Rows("acknowledge|q|D’accord ?"),
        ["group"] = () => XlsSample.Rows("begin group|g|Partie\ntext|q|Q ?\nend group"), ["group.nested"] = () => XlsSample.Rows("begin_group|g|Partie\nbegin_group|h|Dedans\ntext|q|Q ?\nend_group\nend_group"),
        ["matrix"] = () => XlsSample.Rows(Table, XlsSample.Frequencies), ["matrix.singles"] = () => XlsSample.Rows(Table.Replace("fois", "couleurs", StringComparison.Ordinal)),
        ["repeat"] = () => XlsSample.Rows("begin_repeat|r|Enfants\ntext|q|Nom ?\nend_repeat"), ["capture"] = () => XlsSample.Rows("geopoint|q|Où ?"), ["metadata"] = () => XlsSample.Rows("deviceid|q"), ["calculate"] = () => XlsSample.Rows("calculate|q"),
        ["type"] = () => XlsSample.Rows("telepathie|q|Q ?"), ["empty"] = () => XlsSample.Rows("select_one absente|q|Q ?"), ["label"] = () => XlsSample.Rows("text|q|Q ?"), ["hint"] = () => XlsSample.Rows("text|q|Q ?||||||En un mot."),
        ["required"] = () => XlsSample.Rows("text|q|Q ?|yes"), ["required.computed"] = () => XlsSample.Rows("text|q|Q ?|${mot} = 'a'"), ["condition"] = () => XlsSample.Rows("select_one couleurs|q|Q ?\ntext|r|R ?||${q} = 'R' or selected(${q}, 'V')"),
        ["condition.unsaid"] = () => XlsSample.Rows("text|q|Q ?\ntext|r|R ?||string-length(${q}) > 3"), ["constraint"] = () => XlsSample.Rows("integer|q|Q ?|||. >= 0 and . <= 10"), ["constraint.unsaid"] = () => XlsSample.Rows("text|q|Q ?|||regex(., '[a-z]+')"),
        ["randomize"] = () => XlsSample.Rows("select_one couleurs|q|Q ?|||||randomize=true"), ["parameters"] = () => XlsSample.Rows("select_one couleurs|q|Q ?|||||seed=3"), ["or_other"] = () => XlsSample.Rows("select_one couleurs or_other|q|Q ?"),
        ["columns"] = () => XlsSample.Rows("text|q|Q ?||||numbers"), ["code"] = () => XlsSample.Rows("text|un-nom|Q ?"), ["scale"] = () => XlsSample.Rows("select_one fois|q|Q ?", XlsSample.Frequencies), ["silent"] = () => XlsSample.Rows("select_one couleurs|q|Q ?", XlsSample.Colours + "\ncouleurs|N|Je ne sais pas"),
        ["html"] = () => XlsSample.Rows("text|q|<b>Q</b> ?"), ["piping"] = () => XlsSample.Rows("text|q|Bonjour ${mot}"), ["longtext"] = () => XlsSample.Rows("text|q|" + new string('é', 700)), ["formula"] = () => QuestionnaireFiles.Read(RawBook.Of("<row><c t=\"inlineStr\"><is><t>type</t></is></c><c t=\"inlineStr\"><is><t>name</t></is></c><c t=\"inlineStr\"><is><t>label</t></is></c></row><row><c t=\"str\"><f>\"te\"&amp;\"xt\"</f><v>text</v></c><c t=\"inlineStr\"><is><t>q</t></is></c><c t=\"inlineStr\"><is><t>Q ?</t></is></c></row>")),
    };

    const string Table = "begin_group|g|Vos avis||||table-list\nselect_one fois|g1|Les repas\nselect_one fois|g2|Les soins\nend_group";

    static readonly Dictionary<string, string> Items = new()
    {
        ["options"] = Item("q", "choice", "\"answerOption\":[" + string.Join(',', Enumerable.Range(1, 50).Select(n => $"{{\"valueCoding\":{{\"code\":\"C{n}\",\"display\":\"Réponse {n}\"}}}}")) + "]"), ["parts"] = Parts(Group("g#", Item("q#", "string")), ","),
        ["calculated"] = Item("q", "integer", "\"extension\":[{\"url\":\"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression\",\"valueExpression\":{}}]"),
        ["group"] = Group("g", Item("q", "string")), ["group.nested"] = Group("g", Group("h", Item("q", "string"))), ["matrix"] = Group("g", Item("a", "choice", Scale) + "," + Item("b", "choice", Scale), Extension("questionnaire-itemControl", "\"valueCodeableConcept\":{\"coding\":[{\"code\":\"gtable\"}]}")),
        ["display"] = Item("q", "display"), ["help"] = Item("q", "string", "\"item\":[{\"linkId\":\"h\",\"type\":\"display\",\"text\":\"En un mot.\"," + Extension("questionnaire-itemControl", "\"valueCodeableConcept\":{\"coding\":[{\"code\":\"help\"}]}") + "}]"),
        ["choice"] = Item("q", "choice", Options), ["choice.repeats"] = Item("q", "choice", Options + ",\"repeats\":true"), ["open-choice"] = Item("q", "open-choice", Options), ["boolean"] = Item("q", "boolean"), ["integer"] = Item("q", "integer"), ["decimal"] = Item("q", "decimal"),
        ["date"] = Item("q", "date"), ["dateTime"] = Item("q", "dateTime"), ["string"] = Item("q", "string"), ["text"] = Item("q", "text"), ["refused"] = Item("q", "attachment"), ["type"] = Item("q", "telepathie"), ["empty"] = Item("q", "choice"),
        ["valueset"] = Item("q", "choice", "\"answerValueSet\":\"urn:croisee:vocabulaire:V-FREQ4\""), ["required"] = Item("q", "string", "\"required\":true"), ["repeats"] = Item("q", "string", "\"repeats\":true"),
        ["condition"] = Item("q", "boolean") + "," + Item("r", "string", "\"enableWhen\":[{\"question\":\"q\",\"operator\":\"=\",\"answerBoolean\":true}]"), ["condition.unsaid"] = Item("q", "string") + "," + Item("r", "string", "\"enableWhen\":[{\"question\":\"q\",\"operator\":\"=\",\"answerString\":\"a\"}]"),
        ["bounds"] = Item("q", "integer", Extension("minValue", "\"valueInteger\":0")), ["maxLength"] = Item("q", "string", "\"maxLength\":12"), ["nested"] = Item("q", "boolean", "\"item\":[" + Item("r", "string") + "]"), ["initial"] = Item("q", "string", "\"initial\":[{\"valueString\":\"a\"}]"),
        ["hidden"] = Item("q", "string", Extension("questionnaire-hidden", "\"valueBoolean\":true")), ["modifier"] = Item("q", "string", "\"modifierExtension\":[{\"url\":\"urn:autre\"}]"), ["control"] = Item("q", "choice", Options + "," + Extension("questionnaire-itemControl", "\"valueCodeableConcept\":{\"coding\":[{\"code\":\"drop-down\"}]}")),
        ["translation"] = Item("q", "string", "\"_text\":{\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/translation\",\"extension\":[{\"url\":\"lang\",\"valueCode\":\"en\"},{\"url\":\"content\",\"valueString\":\"Question?\"}]}]}"), ["definition"] = Item("q", "string", "\"prefix\":\"1\""), ["contained"] = Item("q", "string"), ["code"] = Item("1.2", "string"),
        ["answer"] = Item("q", "choice", "\"answerOption\":[{\"valueString\":\"Rouge\"},{\"valueInteger\":2}]"), ["scale"] = Item("q", "choice", Scale), ["silent"] = Item("q", "choice", "\"answerOption\":[{\"valueCoding\":{\"code\":\"A\",\"display\":\"Rouge\"}},{\"valueCoding\":{\"code\":\"B\",\"display\":\"Vert\"}},{\"valueCoding\":{\"code\":\"C\",\"display\":\"Je ne sais pas\"}}]"),
        ["piping"] = Item("q", "string").Replace("Question ?", "Bonjour ${a}", StringComparison.Ordinal), ["longtext"] = Item("q", "string").Replace("Question ?", new string('é', 700), StringComparison.Ordinal),
    };

    const string Options = "\"answerOption\":[{\"valueCoding\":{\"code\":\"A\",\"display\":\"Rouge\"}},{\"valueCoding\":{\"code\":\"B\",\"display\":\"Vert\"}}]";
    const string Scale = "\"answerOption\":[{\"valueCoding\":{\"code\":\"a\",\"display\":\"Jamais\"}},{\"valueCoding\":{\"code\":\"b\",\"display\":\"Parfois\"}},{\"valueCoding\":{\"code\":\"c\",\"display\":\"Souvent\"}},{\"valueCoding\":{\"code\":\"d\",\"display\":\"Toujours\"}}]";

    static readonly Dictionary<string, string> Sheets = new() { ["identity"] = "\"subject\":{\"reference\":\"Patient/1\"}", ["authored"] = "\"authored\":\"2027-05-31T10:20:30Z\"", ["status.error"] = "\"status\":\"entered-in-error\"", ["status.unfinished"] = "\"status\":\"in-progress\"",
        ["answer.twice"] = "\"item\":[{\"linkId\":\"connu\",\"answer\":[{\"valueCoding\":{\"code\":\"OUN_NON\"}}]},{\"linkId\":\"connu\",\"answer\":[{\"valueCoding\":{\"code\":\"OUN_OUI\"}}]}]", ["answer.month"] = "\"item\":[{\"linkId\":\"jour\",\"answer\":[{\"valueDate\":\"2027-03\"}]}]", ["answer.unknown"] = "\"item\":[{\"linkId\":\"ailleurs\",\"answer\":[{\"valueString\":\"a\"}]}]" };

    public static IEnumerable<string> FhirCodes => Items.Keys.Concat(Sheets.Keys);

    static string Item(string link, string type, string more = "") => $"{{\"linkId\":\"{link}\",\"type\":\"{type}\",\"text\":\"Question ?\"{(more.Length > 0 ? "," + more : "")}}}";
    static string Group(string link, string items, string more = "") => Item(link, "group", $"\"item\":[{items}]{(more.Length > 0 ? "," + more : "")}");
    static string Extension(string name, string value) => $"\"extension\":[{{\"url\":\"http://hl7.org/fhir/StructureDefinition/{name}\",{value}}}]";

    public static IReadOnlyList<ReadLine> Fhir(string code) =>
        Sheets.TryGetValue(code, out var sheet) ? FhirAnswers.Read(Encoding.UTF8.GetBytes($"{{\"resourceType\":\"QuestionnaireResponse\",{sheet}}}"), Given.EveryKind).Lines : Fhir(Encoding.UTF8.GetBytes(Questionnaire(Items[code], code == "contained" ? "\"contained\":[{\"resourceType\":\"Organization\",\"id\":\"porteur\"}]," : ""))).Lines;

    public static string Questionnaire(string items, string more = "") => $"{{\"resourceType\":\"Questionnaire\",{more}\"status\":\"draft\",\"title\":\"Essai\",\"item\":[{items},{Item("fin", "string")}]}}";

    static ReadQuestionnaire Fhir(byte[] json) => QuestionnaireFiles.Read(json);
}
