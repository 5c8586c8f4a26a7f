using Xunit;

namespace Croisee.Tests.House;

/// <summary>Answers are read by the publication and, under its log, by the safe room (docs/decisions/0110): a page that reads a sheet would be a second door.</summary>
[Trait("kind", "pure")]
public sealed class OneDoorTest
{
    const string Safe = "src/Croisee/Surveys/SafeRoom/";

    /// <summary>Who names the table of sheets, and why each may.</summary>
    static readonly Dictionary<string, string> Named = new()
    {
        ["src/Croisee/Surveys/SurveysMapping.cs"] = "says where they lie",
        ["src/Croisee/Surveys/Answering/TakeAnswers.cs"] = "puts one in, and looks whether it is there",
        ["src/Croisee/Surveys/ForgetAnswers.cs"] = "takes old ones away",
        ["src/Croisee/Surveys/Results/PublishFigures.cs"] = "the one door",
        ["src/Croisee/Surveys/Results/WriteCountedAnew.cs"] = "takes counted ones out and puts them back, and shows none",
        ["src/Croisee/Surveys/SafeRoom/RawAnswers.cs"] = "the safe room",
        ["src/Croisee/Surveys/Exchange/FiledAnswers.cs"] = "finds those of a file again, and takes them out before they are counted",
        ["src/Croisee/Site/Demo/SeedSurveys.cs"] = "puts invented ones in",
        ["src/Croisee/Surveys/Desk/UsedPlaces.cs"] = "looks whether anything came to a place, before it is withdrawn",
        ["src/Croisee/Surveys/Results/OpenTexts.cs"] = "counts who answered at a place, to know whether its free texts may be read",
    };

    [Fact]
    public void Lets_nobody_else_read_answers() =>
        Repo.None(Repo.Product.Where(Reads).Select(f => f.Path).Except(Named.Keys), "Answers are read by Surveys/Results/PublishFigures.cs and by the safe room, by nothing else. Show what was published (PublishedFigures):");

    [Fact]
    public void Knows_no_reader_that_is_gone() => Repo.None(Named.Keys.Except(Repo.Product.Where(Reads).Select(f => f.Path)), "Take these off the list:");

    /// <summary>R9: a free text is never beside attributes, so the room does not know that there are any.</summary>
    [Fact]
    public void Keeps_free_texts_out_of_the_safe_room() =>
        Repo.None(Repo.Product.Where(f => f.Path.StartsWith(Safe, StringComparison.Ordinal) && (f.Code.Contains("AnswerText", StringComparison.Ordinal) || f.Code.Contains("answer_texts", StringComparison.Ordinal))).Select(f => f.Path), "Free texts are read one by one in Desk/Texts, never here:");

    static bool Reads(SourceFile file) => new[] { "AnswerSheets", "answer_sheets", "Set<AnswerSheet>" }.Any(name => file.Code.Contains(name, StringComparison.Ordinal));
}
