using Croisee.Surveys.Content;

namespace Croisee.Surveys.Answering;

/// <summary>A text of a questionnaire as a page shows it: its words, the picture that its author chose for those who read with pictures, and its recording.</summary>
/// <param name="Id">Of its element, where a field is described by it.</param>
/// <param name="Code">By which the script of a device finds it.</param>
/// <param name="Big">One question a screen.</param>
/// <param name="More">The house says something beside what was recorded: a voice reads all of it, the recording is there to touch.</param>
public sealed record ToldText(Wording Wording, Reader Reader, ToldAs As = ToldAs.Lead, string? Id = null, string? Code = null, bool Big = false, bool More = false)
{
    public static ToldText Of(SaidText said, Reader reader) => new(said.Text, reader, said.IsTitle ? ToldAs.Title : ToldAs.Lead, Code: said.Code, Big: true);

    public string Words => Wording.For(Reader);

    public string? Picture => (Big || Reader.Easy) && Wording.Picture is { Length: > 0 } name ? name : null;

    /// <summary>Address of what is read here: in French, and not where the words for who answers in a person's place stand instead.</summary>
    public string? Audio => Reader.In is null && !(Reader.ForAnother && Wording.Proxy is { Length: > 0 }) && QuestionnaireSound.IdOf(Wording.Audio) is { } id ? QuestionnaireSound.AddressOf(id) : null;
}

/// <summary>Where a text stands that asks nothing: the title of a part and what is said before a question, an information among all questions, the sentence over the phrases of a matrix, a help.</summary>
public enum ToldAs { Lead, Title, Notice, Heading, SubHeading, Hint }
