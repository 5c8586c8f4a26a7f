using System.Globalization;
using System.Text.RegularExpressions;
using Croisee.Experiences;
using Croisee.Files;
using Croisee.Journal;
using Croisee.Library.Collections;
using Croisee.Library.Watching;
using Croisee.Mail;
using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;
using Croisee.Ui;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>docs/limits.md says what is accepted, how much and how often (ASVS 2.1, 5.1.1, 6.1.1, 7.1, 16.1.1): each number is the code's, each class and each rule that it names exists.</summary>
[Trait("kind", "pure")]
public sealed partial class LimitsTest
{
    static readonly string Page = Repo.Read("docs/limits.md");

    static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture).Replace(',', ' ');

    static void Says(params string[] parts) => Repo.None(parts.Where(p => !Page.Contains(p, StringComparison.Ordinal)), "docs/limits.md does not say this, which the code does:");

    [Fact]
    public void Says_how_long_each_kind_of_data_may_be() => Says(
        $"| code reçu par courriel | {SignInRequest.CodeLength} chiffres",
        $"| numéro FINESS | {Organisation.FinessLength} signes |",
        $"| nom affiché d’une personne | {Person.NameMax} signes au plus |",
        $"| nom d’une structure | {Organisation.NameMax} signes au plus |",
        $"| raison d’un acte du bureau | {Number(JournalEntry.ReasonMax)} signes au plus |",
        $"{WebLink.AddressMax} signes au plus | `WebLink`",
        $"{AskedQuestion.ShortTextMax} signes pour un texte court, {Number(AskedQuestion.LongTextMax)} pour un long",
        $"| formulaire | {FormSizes.Usual >> 20} Mo ; {FormSizes.WithFile >> 20} Mo s’il porte un fichier");

    /// <summary>254 signs are taken, 255 are not.</summary>
    [Fact]
    public void Says_how_long_an_address_may_be()
    {
        Says("| adresse de courriel | une seule, 254 signes au plus");
        Assert.True(OutgoingMail.IsAddress(new string('a', 60) + "@" + new string('b', 189) + ".fr"));
        Assert.False(OutgoingMail.IsAddress(new string('a', 60) + "@" + new string('b', 191) + ".fr"));
    }

    [Fact]
    public void Says_how_often_and_by_which_setting() => Says(
        $"| {Limits.TriesPerWindow} en dix minutes | `{Limits.TriesSetting}` |",
        $"| essais d’un même code reçu | {SignInRequest.TriesMax} |",
        $"| essais pour une adresse, depuis un réseau | {SignInRequest.TriesTogether} en un quart d’heure |",
        $"| essais du second facteur, par personne | {SecondFactor.TriesMax} en un quart d’heure |",
        $"demandés d’un réseau | {SendSignInCodes.PerAddressAndNetwork} en un quart d’heure |",
        $"demandés de partout | {SendSignInCodes.PerAddress} en un quart d’heure |",
        $"déjà entré de ce navigateur | {SendSignInCodes.PerAddressKnown} en un quart d’heure |",
        $"| codes envoyés pour un réseau | {SendSignInCodes.PerNetwork} en un quart d’heure | `{SendSignInCodes.Setting}` |",
        $"| {Limits.WordsPerWindow} en dix minutes | `{Limits.WordsSetting}` |",
        $"| {Limits.FilesPerWindow} en dix minutes | `{Limits.FilesSetting}` |",
        $"| {FileLimits.Default.MaxFilesADay} en un jour, {Number(FileLimits.Default.MaxBytesADay >> 20)} Mo | `{FileSettings.DaySetting}` |",
        $"| formulaires d’enquête, par réseau | {AnswerLimit.PerWindow} en dix minutes | `{AnswerLimit.Setting}` |",
        $"| formulaires d’enquête, par lieu | {Number(AnswerLimit.PerPlace)} en dix minutes | `{AnswerLimit.PlaceSetting}` |",
        $"| réponses gardées pour plus tard, par réseau | {AnswerLimit.DraftsPerWindow} en dix minutes |",
        $"| dossiers, par personne | {Collection.OwnedMax} |",
        $"| recherches suivies, par personne | {SavedSearch.OwnedMax} |",
        $"| autrices et auteurs d’une fiche | {Author.Most} |",
        $"| liens d’une expérience | {WebLink.Most} |");

    [Fact]
    public void Says_how_long_a_session_and_a_code_live() => Says(
        $"| session sans demande | {Session.IdleMax.TotalHours} heures |",
        $"| session en tout | {Session.LifeMax.TotalDays} jours |",
        $"| preuve nouvelle pour un acte sensible | {FreshSignIn.Life.TotalMinutes} minutes |",
        $"| code reçu par courriel | {SignInRequest.Life.TotalMinutes} minutes |",
        $"| invitation | {Invitation.Life.TotalDays} jours |",
        $"| ancienne adresse d’un compte, pour le rendre | {EmailChange.FormerKept.TotalDays} jours |");

    [Fact]
    public void Says_which_files_are_taken_and_how_heavy()
    {
        var taken = Enum.GetValues<FileKind>().Select(k => "." + k.Extension).Order(StringComparer.Ordinal);
        var told = Extension().Matches(Taken().Match(Page).Value).Select(m => m.Value).Order(StringComparer.Ordinal);
        Assert.Equal(taken, told);
        Says($"| pièces d’une expérience | {FileLimits.Default.MegaBytes} Mo chacune, {FileLimits.Default.MaxFiles} en tout |", $"| enregistrement d’une question | {QuestionnaireSound.BytesMax >> 20} Mo |",
            $"| {FileLimits.MaxUnpacked >> 20} Mo, {Number(FileLimits.MaxEntries)} parties, cent fois son poids au plus |", $"| {FileLimits.MaxPixels / 1_000_000} millions de points, {Number(FileLimits.MaxSide)} de côté |", $"| PDF | {Number(FileLimits.MaxPages)} pages |");
        Assert.Equal(100, FileLimits.MaxRatio);
    }

    /// <summary>Whoever reads a rule's code here finds it in the code, and the sentence that is said when it is broken.</summary>
    [Fact]
    public void Names_rules_that_the_code_breaks_off_for()
    {
        var codes = Code().Matches(Page.Split("## Ce qui doit aller ensemble")[1].Split("\n## ")[0]).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.True(codes.Count > 30, $"{codes.Count} codes.");
        Repo.None(codes.Where(c => !Repo.Product.Any(f => f.Code.Contains($"\"{c}\"", StringComparison.Ordinal))), "No rule bears these codes of docs/limits.md:");
    }

    [Fact]
    public void Names_classes_that_exist()
    {
        var known = Repo.Product.SelectMany(f => f.Declared).ToHashSet(StringComparer.Ordinal);
        var named = Code().Matches(Page.Split("## Chaque sorte de donnée")[1].Split("\n## ")[0]).Select(m => m.Groups[1].Value).Where(n => char.IsAsciiLetterUpper(n[0]));
        Repo.None(named.Where(n => !known.Contains(n)), "docs/limits.md names classes that are gone:");
    }

    /// <summary>What costs much is named with what bounds it and the test that tries it (ASVS 15.1.3).</summary>
    [Fact]
    public void Names_what_costs_and_tests_that_exist()
    {
        var tests = Repo.Files("tests", "*Test*.cs").SelectMany(f => TestClass().Matches(Repo.Read(f)).Select(m => m.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);
        var lines = Page.Split("## Ce qui coûte, et ce qui le borne")[1].Split("\n## ")[0].Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1).ToList();
        Assert.True(lines.Count >= 10, $"{lines.Count} lines.");
        Repo.None(lines.Where(l => !Code().IsMatch(l)).Concat(lines.SelectMany(l => Code().Matches(l).Select(m => m.Groups[1].Value)).Where(n => !tests.Contains(n))), "docs/limits.md names what costs and the test of its bound:");
    }

    /// <summary>Every setting of the program is in its help and in one of the two pages that whoever installs it reads.</summary>
    [Fact]
    public void Leaves_no_setting_unsaid()
    {
        var read = Repo.Product.SelectMany(f => Setting().Matches(f.Code).Select(m => m.Value)).Where(s => s is not ("CROISEE_BENCH" or "CROISEE_COMMIT_DELAY")).Distinct();
        var said = Croisee.Data.Settings.Help + Repo.Read("docs/operations.md") + Page;
        Repo.None(read.Where(s => !said.Contains(s, StringComparison.Ordinal)), "Say in docs/operations.md what this setting does (ASVS 13.1.1):");
        Repo.None(Setting().Matches(Page).Select(m => m.Value).Where(s => !Croisee.Data.Settings.Help.Contains(s, StringComparison.Ordinal)), "The help of the program does not know these:");
    }

    /// <summary>Which logs there are, where they lie and for how long: the tables of the base that hold them, and the console.</summary>
    [Fact]
    public void Says_each_log()
    {
        using var db = RoomsTest.Unopened();
        var logs = Page.Split("## Les journaux")[1];
        foreach (var kind in new[] { typeof(JournalEntry), typeof(Croisee.Journal.Refusal) })
            Assert.Contains($"`{Microsoft.EntityFrameworkCore.RelationalEntityTypeExtensions.GetTableName(db.Model.FindEntityType(kind)!)}`", logs, StringComparison.Ordinal);
        Assert.Contains($"`/bureau/journal` | {Croisee.Journal.Room.KeptMonths} mois |", logs, StringComparison.Ordinal);
    }

    [GeneratedRegex("`([^`…]+)`")] private static partial Regex Code();
    [GeneratedRegex(@"\bclass (\w+Tests?)\b")] private static partial Regex TestClass();
    [GeneratedRegex("CROISEE_[A-Z_]*[A-Z]")] private static partial Regex Setting();
    [GeneratedRegex(@"^Pris : [^\n]+?\. ", RegexOptions.Multiline)] private static partial Regex Taken();
    [GeneratedRegex(@"\.[a-z0-9]+\b")] private static partial Regex Extension();
}
