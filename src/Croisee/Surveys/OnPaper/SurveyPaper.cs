using System.Globalization;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;
using Croisee.Ui.Paper;

namespace Croisee.Surveys.OnPaper;

/// <summary>Where one mark of a printed questionnaire is, in millimetres from the upper left corner of its page.</summary>
/// <param name="Option">Null for a place to write.</param>
public sealed record PrintedMark(int Page, string Field, string? Option, double X, double Y, double Width, double Height);

/// <summary>Which of the printed versions: what the file's name and its foot say.</summary>
public enum PaperWords { Courant, Grand, Facile, Proche }

/// <summary>
/// A questionnaire on paper, from the same document as on a screen: usual, the same in large letters, or with easy words, large letters and pictures. Each page says the code of the place,
/// the version and its number; every box stands at a declared place, so that a machine may read it one day.
/// </summary>
public sealed class SurveyPaper
{
    /// <summary>V-MODE-REPONSE as a person says it, all that the page where papers are keyed in offers. In a person's place only where there are words for it (PRX-R3), a professional only where it was allowed.</summary>
    public static IReadOnlyList<(string Code, string Words)> Ways(Survey survey, QuestionnaireContent content) =>
        [.. AllWays.Where(w => w.Code is AnswerScreen.Observation ? !survey.IsSigned && content.IsWordedForProxies() : w.Code is "proche_a_la_place" ? content.IsWordedForProxies() : w.Code is not "professionnel_a_la_place" || survey.ProfessionalsMayAnswer && content.IsWordedForProxies()).Select(w => w.Code is AnswerScreen.Observation && !survey.ProfessionalsMayAnswer ? (w.Code, ObservedByOthers) : w)];

    /// <summary>Where a professional may not answer in a person's place, nor do they by observing.</summary>
    const string ObservedByOthers = "Nous avons observé la personne, à deux au moins, sans professionnel du lieu, et nous sommes d’accord";

    /// <summary>On this sheet: in a person's place where its words are for that, and nowhere else.</summary>
    IEnumerable<(string Code, string Words)> WaysHere(Survey survey, QuestionnaireContent content) =>
        Ways(survey, content).Where(w => (w.Code is AnswerScreen.Observation || w.Code.EndsWith("_a_la_place", StringComparison.Ordinal)) == words is PaperWords.Proche).Select(w => words is PaperWords.Proche ? (w.Code, w.Words.Replace("Un ", "Je suis un ", StringComparison.Ordinal).Replace(" a répondu à ma place", "", StringComparison.Ordinal)) : w);

    static readonly (string Code, string Words)[] AllWays =
    [
        ("seul", "Seul"), ("seul_avec_outil", "Seul, avec un outil qui m’aide"), ("aide_pair", "Avec l’aide d’une personne comme moi"), ("aide_proche", "Avec l’aide d’un proche"),
        ("aide_benevole_tiers", "Avec l’aide d’un bénévole ou de quelqu’un d’autre"), ("aide_facilitateur_externe", "Avec l’aide d’un facilitateur"),
        ("aide_professionnel", "Avec l’aide d’un professionnel"), ("proche_a_la_place", "Un proche a répondu à ma place"), ("professionnel_a_la_place", "Un professionnel a répondu à ma place"), ("groupe", "Nous avons répondu en groupe"), (AnswerScreen.Observation, "Nous avons observé la personne, à deux au moins, et nous sommes d’accord"),
    ];

    /// <summary>Who comes from this sheet to a screen finds the door that asks for a card.</summary>
    internal const string CardNeeded = "Là, il faut aussi votre carte. Pas de carte ? Demandez-en une à l’équipe de ce lieu.";

    const double QrSide = 70, HeadingHeight = 60, Points = 72 / 25.4, LongHeight = 110, ShortHeight = 26, Air = 8, Line = 18;
    readonly List<PrintedMark> marks = [];
    readonly PaperFlow flow;
    readonly PaperPictures pictures;
    readonly PaperWords words;
    readonly bool easy, large, professionals;
    readonly PaperStyle style;
    /// <summary>A picture stands on it: then it says whose they are (PIC-R1).</summary>
    bool drawn;
    /// <summary>Of a question among the headings: right under the title of the sheet, until a part has one of its own.</summary>
    int rank = 2;

    SurveyPaper(PaperFlow flow, PaperPictures pictures, PaperWords words, bool professionals)
    {
        (this.flow, this.pictures, this.words, this.professionals) = (flow, pictures, words, professionals);
        (easy, large) = (words is PaperWords.Facile, words is PaperWords.Facile or PaperWords.Grand);
        style = large ? PaperStyle.Easy : PaperStyle.Plain;
    }

    public byte[] File { get; private set; } = [];
    /// <summary>The declared grid.</summary>
    public IReadOnlyList<PrintedMark> Marks => marks;

    /// <param name="easySaid">How far its easy words were read: said on the easy sheet (FAL-R1).</param>
    /// <param name="address">Where the same questionnaire is answered on a screen.</param>
    public static SurveyPaper Make(Survey survey, SurveyPlace place, QuestionnaireContent content, string address, PaperWords words, FontSet fonts, PaperPictures pictures, bool isTrial = false, string? easySaid = null)
    {
        var about = new PaperAbout($"{content.Title.Text} ({place.Name})", place.Name, $"Questionnaire à remplir, version {survey.RevisionNumber}", content.Credit?.Licence ?? "Conditions de reprise non précisées", survey.CreatedAt);
        var paper = new SurveyPaper(new PaperFlow(new PaperDocument(about, fonts)), pictures, words, survey.ProfessionalsMayAnswer);
        if (isTrial) paper.flow.Paragraph("Essai : ne pas distribuer. Rien de cette feuille ne peut être compté.", PaperStyle.Lead);
        if (paper.easy) paper.flow.Paragraph(easySaid ?? EasyWordsRead.PlainSaid, PaperStyle.Small);
        paper.Head(survey, place, content, address);
        var number = 0;
        foreach (var section in content.Sections)
        {
            // The heading goes with its first question.
            paper.flow.Keep(HeadingHeight + (section.Questions.Count > 0 ? paper.HeightOf(section.Questions[0]) : 0));
            if (section.Title is { } title)
            {
                paper.flow.Heading(2, title.For(paper.Reader), PaperStyle.Section, picture: paper.Picture(title));
                paper.rank = 3;
            }
            if (section.ShownIf is { } condition) paper.flow.Paragraph(ConditionWords.Of(condition, content, paper.Reader), PaperStyle.Small);
            foreach (var question in section.Questions) paper.Ask(question, content, ref number);
        }
        paper.End([.. paper.WaysHere(survey, content)], content);
        paper.flow.Feet(isTrial ? $"Essai · {content.Title.Text}" : string.Create(CultureInfo.InvariantCulture, $"Code {place.Code.ToUpperInvariant()} · version {survey.RevisionNumber}{(words is PaperWords.Courant ? "" : " " + NameOf(words))} · {content.Title.Text}"));
        paper.File = paper.flow.Document.Write();
        return paper;
    }

    /// <summary>One sheet serves relatives and, where they may answer, professionals: then it says « la personne ».</summary>
    Reader Reader => new(easy, words is PaperWords.Proche, IsProfessional: professionals);

    void Head(Survey survey, SurveyPlace place, QuestionnaireContent content, string address)
    {
        flow.Heading(1, content.Title.For(Reader), PaperStyle.Title, picture: Picture(content.Title));
        flow.Paragraph(place.Name, PaperStyle.Lead);
        if (content.About is { } about) Say(about, style);
        if (words is PaperWords.Proche) flow.Paragraph("Vous répondez à la place d’une personne. Vos réponses seront comptées à part.", style);
        flow.Paragraph("Ce questionnaire est anonyme. N’écrivez pas votre nom.", style);
        flow.Paragraph(easy ? "Une personne de l’équipe recopie cette feuille. Des analystes peuvent lire les réponses." : "Une personne de l’équipe recopie cette feuille. Des analystes déclarés peuvent lire les réponses une par une, sans nom.", style);
        if (content.HasTexts) flow.Paragraph(easy ? "L’équipe lit ce que vous écrivez. Tout le monde peut le lire un jour." : "L’équipe de l’enquête lit ce que vous écrivez. Elle peut le montrer à tout le monde.", style);
        flow.Paragraph("Vous pouvez passer une question. Vous pouvez arrêter.", style);
        flow.Paragraph(survey.Purpose, style);
        flow.QrCode(address, QrSide);
        flow.Paragraph($"Sur un téléphone ou un ordinateur : {address}", PaperStyle.Small);
        if (place.WithCodes) flow.Paragraph(CardNeeded, PaperStyle.Small);
    }

    void Ask(AskedQuestion question, QuestionnaireContent content, ref int number)
    {
        if (question.Kind is QuestionKind.Information)
        {
            if (question.ShownIf is { } saidIf) { flow.Keep(HeadingHeight); flow.Paragraph(ConditionWords.Of(saidIf, content, Reader), PaperStyle.Small); }
            Say(question.Text, style);
            return;
        }
        if (question.Kind is QuestionKind.Matrix) flow.Heading(rank, question.Text.For(Reader), PaperStyle.Topic, picture: Picture(question.Text));
        foreach (var asked in question.Fields().Select(f => new AskedField(f, Reader, null, [])))
        {
            var (isWritten, options) = (!question.Kind.IsClosed(), question.Kind.IsClosed() ? asked.Boxes : asked.Refusal is { } refusal ? [refusal] : []);
            // A question and its answers stand on one page.
            flow.Keep(HeightOf(question));
            if (large) flow.Space(Air);
            flow.Heading(rank, $"{++number}. {asked.Label}{(asked.Must is { } must ? " " + must : "")}", large ? PaperStyle.Part : PaperStyle.Topic, picture: Picture(asked.Field.Text));
            if (question.ShownIf is { } condition) flow.Paragraph(ConditionWords.Of(condition, content, Reader), PaperStyle.Small);
            if (asked.HelpTold is { } help) Say(help.Wording, PaperStyle.Small);
            if (question.Kind is QuestionKind.Multiple) flow.Paragraph("Cochez une ou plusieurs réponses.", PaperStyle.Small);
            if (question.Kind is QuestionKind.Ranking) flow.Paragraph("Écrivez 1, 2, 3… dans les cases, du plus important au moins important.", PaperStyle.Small);
            if (asked.Bounds is { } bounds) flow.Paragraph(bounds, PaperStyle.Small);
            if (isWritten) Mark(flow.Blank(question.Kind is QuestionKind.LongText ? LongHeight : ShortHeight), asked.Field.Code, null);
            foreach (var option in options) Mark(flow.Tick(option.Text.For(Reader), Picture(option.Text, isFace: asked.FaceOf(option) is not null), style), asked.Field.Code, option.Code);
        }
    }

    /// <summary>On the easy sheet with the picture that its author chose; elsewhere, and where there is none, the words alone.</summary>
    void Say(Wording text, PaperStyle alone)
    {
        if (Picture(text) is { } picture) flow.Idea(text.For(Reader), picture); else flow.Paragraph(text.For(Reader), alone);
    }

    /// <param name="isFace">A face is its answer on every sheet.</param>
    PaperDrawing? Picture(Wording text, bool isFace = false)
    {
        if (!easy && !isFace || text.Picture is not { Length: > 0 } name || pictures.Find(name) is not { } picture) return null;
        drawn = true;
        return picture;
    }

    /// <summary>About as high as one question with its answers is.</summary>
    double HeightOf(AskedQuestion question)
    {
        var options = (question.Kind.HasScale() ? Scales.Of(question.Scale!).Options.Count : question.Kind is QuestionKind.Consent ? 2 : question.Options.Count) + (question.OffersRefusalTo(Reader) ? 1 : 0) + (question.OffersUnknownTo(Reader) ? 1 : 0);
        return HeadingHeight + (options * (large ? 44 : question.HasFaces ? 30 : 24)) + (question.Kind.IsClosed() ? 0 : LongHeight) + (AskedField.BoundsOf(question) is null ? 0 : Line);
    }

    void End(IReadOnlyList<(string Code, string Words)> ways, QuestionnaireContent content)
    {
        flow.Keep(HeadingHeight + (ways.Count * (large ? 44 : 24)));
        flow.Heading(2, words is PaperWords.Proche ? "Qui êtes-vous pour la personne ?" : "Comment avez-vous répondu ?", PaperStyle.Section);
        foreach (var (code, words) in ways) Mark(flow.Tick(words, null, style), KeyedFields.How, code);
        if (content.Thanks is { } thanks) Say(thanks, style);
        flow.Paragraph("Merci. Mettez cette feuille dans l’enveloppe ou dans la boîte.", style);
        if (content.Credit is { } credit) flow.Paragraph(credit.Said, PaperStyle.Small);
        if (drawn) flow.Paragraph("Images : OpenMoji, CC BY-SA 4.0.", PaperStyle.Small);
    }

    void Mark(PaperMark at, string field, string? option) =>
        marks.Add(new(at.Page, field, option, Millimetres(at.X), Millimetres(at.Y), Millimetres(at.Width), Millimetres(at.Height)));

    /// <summary>« courant », « grand », « facile », « proche », as addresses and file names have it; null for anything else.</summary>
    public static PaperWords? Find(string name) => Enum.GetValues<PaperWords>().Cast<PaperWords?>().FirstOrDefault(w => NameOf(w!.Value) == name);

    public static string NameOf(PaperWords words) => words switch { PaperWords.Facile => "facile", PaperWords.Grand => "grand", PaperWords.Proche => "proche", _ => "courant" };

    static double Millimetres(double points) => Math.Round(points / Points, 1);
}
