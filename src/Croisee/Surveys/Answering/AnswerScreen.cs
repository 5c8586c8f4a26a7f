using Croisee.Data;
using Croisee.Framework;
using Croisee.Surveys.Content;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Croisee.Surveys.Answering;

/// <summary>A page of somebody who answers, found by the code of a place. No account, no cookie of a person; nothing is written before they send.</summary>
public abstract class AnswerScreen(AppDb db, PutSurveys surveys, TimeProvider clock) : Screen
{
    [FromRoute(Name = "code")] public string Code { get; set; } = "";
    /// <summary>« proche » or « professionnel »: answers in a person's place, with the wording for it (PRX-R3).</summary>
    [FromQuery(Name = "pour")] public string? Pour { get; set; }
    /// <summary>« borne »: on a shared tablet; or who helps, « entretien-aide_pair », « telephone-aide_proche ».</summary>
    [FromQuery(Name = "par")] public string? By { get; set; }

    /// <summary>Tag of a language of the questionnaire; the page around it speaks it too where the house does, or where all its sentences were translated.</summary>
    [FromQuery(Name = "langue")] public string? Tag { get; set; }

    public PutSurvey Put { get; private set; } = null!;
    protected AppDb Db => db;
    /// <summary>Something of it changed: the next page reads it anew.</summary>
    protected void ForgetPut() => surveys.Forget();
    public DateTime Now => clock.UtcNow();
    /// <summary>The survey takes answers now; else the page says since when or from when.</summary>
    public bool IsOpen { get; private set; }
    public bool ForAnother => Put.ForProxies && (Pour is "proche" || Pour is "professionnel" && Put.Survey.ProfessionalsMayAnswer);

    public bool ForProfessional => ForAnother && Pour is "professionnel";
    /// <summary>Somebody may say here that they answer in a person's place: there are words for it in the language they read.</summary>
    public bool OffersProxy => Put.ForProxies && Language is null;

    /// <summary>The language of the questions when it is not French.</summary>
    public LanguageState? Language => Languages.FirstOrDefault(l => l.Tag == Tag);
    /// <summary>Only what was validated is offered (domain 9.5); a team tries what it is still writing. None in a person's place: those words are written in French alone, and the usual ones would ask about the reader (PRX-R3).</summary>
    public IEnumerable<LanguageState> Languages => SpeaksOfAnother ? [] : LanguagesForOneself;
    protected IEnumerable<LanguageState> LanguagesForOneself => Put.Content.Languages.Where(l => Put.IsTrial || l.State is TranslationState.Validated);

    /// <summary>Seconds on one page after which a shared tablet asks whether somebody is there, or forgets: long enough for somebody who takes their time.</summary>
    protected const int IdleSeconds = 540;
    /// <summary>Where one writes, and no script tells that somebody is writing: as long as what was begun lives.</summary>
    static readonly int WritingSeconds = (int)StepAnswers.Life.TotalSeconds;
    /// <summary>Time to come back to the tablet, to read two lines and to touch a button slowly.</summary>
    protected const int AskedSeconds = 90;

    /// <summary>Something is answered here: with a script, a shared tablet asks on the page itself, counts from the last touch, and loses nothing that was typed.</summary>
    protected virtual bool IsAnswered => false;
    /// <summary>It takes more than a touch: a text, or a whole questionnaire.</summary>
    protected virtual bool IsLong => false;

    /// <summary>Where a shared tablet goes that was left on this page; null where it begins.</summary>
    protected virtual string? IdleLeadsTo => Afresh;

    protected virtual Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(null);

    public override async Task<IActionResult?> Prepare()
    {
        if (await surveys.Find(db, Code, HttpContext.RequestAborted) is not { } put) return NotFound();
        if (!put.IsTrial && !put.Survey.AcceptsAt(Now)) put = await surveys.Read(db, put.Place.Code, HttpContext.RequestAborted) ?? put;
        Put = put;
        Speech.Set(HttpContext, Language is { } spoken ? put.Content.SpeechIn(spoken) : null);
        IsOpen = put.IsTrial || put.Survey.AcceptsAt(Now);
        ViewData["Trial"] = put.IsTrial;
        // Staff who opened it from the office left it signed in: whoever answers next would have their session in hand.
        if (IsKiosk && !put.IsTrial && HttpMethods.IsGet(Request.Method) && IsSignedIn) return Redirect($"/repondre/{put.Place.Code}/borne");
        // A shared tablet stays where it was put: nothing on its pages leads anywhere else.
        if (IsKiosk) ViewData["Alone"] = true;
        if (IsKiosk && IdleLeadsTo is { } first) Response.Headers["Refresh"] = $"{(IsLong ? WritingSeconds : IdleSeconds)};url={first}";
        if (IsKiosk && IsAnswered) ViewData["Idle"] = new IdleTablet(IdleSeconds, AskedSeconds, PathOf("effacer"), Afresh);
        if (Code != put.Place.Code) return Redirect(Request.Path.Value!.Replace(Code, put.Place.Code) + Request.QueryString);
        return await Ready();
    }

    /// <summary>What any program can send without opening the page takes nothing from the place; nor, where cards are asked for, does a form without a card, nor one that stores nothing.</summary>
    public override IActionResult? Admit() => AnswerLimit.Admit(HttpContext, Put);

    /// <summary>What the script of a shared tablet needs: seconds without a touch, seconds to answer, and where one goes.</summary>
    public sealed record IdleTablet(int Seconds, int Asked, string Erase, string First);

    /// <summary>What the survey is called, to whoever reads this page.</summary>
    public string Called => Language is null ? Put.Survey.Title : Put.Content.Title.For(new Reader(Easy: false, SpeaksOfAnother, Language, SpeaksAsProfessional));

    /// <summary>« rtl » around texts of a language that is written so.</summary>
    public string? Direction => Language?.RightToLeft is true ? "rtl" : null;

    /// <summary>A word of the house in the reader's language; in French where that language does not have it.</summary>
    public IHtmlContent Say(string word, string french) => Language.Said(word) is not { } said ? new HtmlContentBuilder().Append(french.Typeset())
        : Speech.Of(HttpContext) is not null ? new HtmlContentBuilder().Append(said) : new HtmlContentBuilder().AppendHtml($"<span lang=\"{Language!.Tag}\" dir=\"{(Language.RightToLeft ? "rtl" : "ltr")}\">").Append(said).AppendHtml("</span>");

    /// <summary>Where a place that asks for codes takes one, on the way to <paramref name="towards"/>.</summary>
    protected string PathOfCode(string towards) => PathWith("code", "vers=" + towards);

    /// <summary>The same, with one more thing asked: « efface=oui ».</summary>
    protected string PathWith(string part, string asked) => PathOf(part) is var path && path.Contains('?', StringComparison.Ordinal) ? $"{path}&{asked}" : $"{path}?{asked}";

    /// <summary>At the end of a trial: what would have been recorded, shown once.</summary>
    protected IActionResult Tried(GivenAnswers given, HowAnswered how)
    {
        // Of the team that tries it, whatever language it was tried in.
        Speech.Set(HttpContext, null);
        return new ViewResult
        {
            ViewName = "/Surveys/Answering/Tried.cshtml",
            ViewData = new ViewDataDictionary<TriedSheet>(ViewData, new TriedSheet(Put, Now.ParisDay(), how, given)),
        };
    }

    protected bool IsSignedIn => HttpContext.RequestServices.GetRequiredService<People.Visitor>().SessionId is not null;

    public const string Kiosk = "borne", Meeting = "entretien", Phone = "telephone";

    public bool IsKiosk => By == Kiosk;
    /// <summary>By type, never by name (PRX-R2); null when nobody said that they help.</summary>
    public string? Helper => HelperOf(By);

    string? HelperOf(string? by) => by?.Split('-', 2) is [Meeting or Phone, var helper] way && (Helpers.Contains(helper) || helper is Observation && way[0] is Meeting && OffersObservation) ? helper : null;

    /// <summary>V-MODE-REPONSE: who shares no words with the person writes down what two of them have seen (domain 9.6), in the words for another's place (PRX-R3).</summary>
    public const string Observation = "observation";
    /// <summary>A professional says who they are first, and is let in only where they may answer in a person's place. Where there are such words, in French alone, and where no name is asked for: whoever is observed has not agreed to give theirs.</summary>
    public bool OffersObservation => Put.ForProxies && !Put.Survey.IsSigned && Pour is null && Tag is null;
    public bool IsObserved => Helper is Observation;
    /// <summary>The questions are put about the person, not to them.</summary>
    public bool SpeaksOfAnother => ForAnother || IsObserved;
    public bool SpeaksAsProfessional => ForProfessional || IsObserved;
    /// <summary>V-CANAL.</summary>
    protected string Channel => ChannelOf(By);

    protected string ChannelOf(string? by) => by == Kiosk ? "CAN_BORNE" : HelperOf(by) is null ? Put.Place.WithCodes ? "CAN_CODE" : "CAN_LIEN_PUBLIC" : by!.StartsWith(Phone, StringComparison.Ordinal) ? "CAN_TELEPHONE" : "CAN_ENTRETIEN";

    /// <summary>Where a part of this survey is, in the same way of answering.</summary>
    public string PathOf(string part = "") => PathOf(part, By);

    /// <param name="by">Another way of answering: null to be left alone.</param>
    public string PathOf(string part, string? by) => PathOf(part, by, Language);

    /// <summary>Where the next person begins: a shared tablet keeps neither the language of whoever was there nor for whom they answered.</summary>
    public string Afresh => IsKiosk ? $"/repondre/{Put.Place.Code}?par={Kiosk}" : PathOf();

    /// <summary>Where it begins in another language, for the same person and in the same way of answering; null for French.</summary>
    public string PathIn(LanguageState? language) => PathOf("", By, language);

    /// <summary>The same part for who answers in a person's place, helped or not: « proche », « professionnel »; null for oneself. In French, for there are no such words in another language.</summary>
    public string PathFor(string? pour, string part = "") => PathOf(part, By, spoken: null, pour);

    string PathOf(string part, string? by, LanguageState? spoken) => PathOf(part, by, spoken, ForAnother ? Pour : null);

    string PathOf(string part, string? by, LanguageState? spoken, string? pour)
    {
        var asked = string.Join('&', new[] { pour is null ? null : "pour=" + pour, spoken is { } language ? "langue=" + Uri.EscapeDataString(language.Tag) : null, by is Kiosk || HelperOf(by) is not null ? "par=" + by : null }.OfType<string>());
        return $"/repondre/{Put.Place.Code}{(part.Length > 0 ? "/" + part : "")}{(asked.Length > 0 ? "?" + asked : "")}";
    }

    /// <summary>A way of answering as a person says it; on a page in another language, in the house's words for it.</summary>
    public Choice ModeOf(string mode, Labels labels, bool easy) =>
        new(mode, Speech.Of(HttpContext) is not null && Vocabularies.Find(mode) is { } term ? term.Easy ?? term.Label : easy ? labels.Book.Label(mode, easy: true) : labels.Of(mode));

    public static readonly string[] Helpers = ["aide_pair", "aide_proche", "aide_benevole_tiers", "aide_facilitateur_externe", "aide_professionnel"];

    public static readonly string[] OwnModes = ["seul", "seul_avec_outil", .. Helpers, "groupe"];

    /// <summary>Ways of answering that this reader may declare, by type, never by name (PRX-R2).</summary>
    public IEnumerable<string> Modes => ForAnother ? [Pour is "proche" ? InPlaceOfRelative : InPlaceOfPerson] : IsObserved ? [Observation] : OwnModes;

    const string InPlaceOfRelative = "proche_a_la_place", InPlaceOfPerson = "professionnel_a_la_place";

    /// <summary>What a sheet that was filled elsewhere may say of who held the pen: in a person's place only where this survey has words for it, and a professional only where it was allowed (PRX-R3).</summary>
    public static bool MayBeMode(PutSurvey put, string? mode) => mode is null || OwnModes.Contains(mode) || put.ForProxies && (mode is InPlaceOfRelative || mode is InPlaceOfPerson && put.Survey.ProfessionalsMayAnswer);
}
