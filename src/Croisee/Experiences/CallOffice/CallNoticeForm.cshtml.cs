using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Experiences.Calls;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Experiences.CallOffice;

/// <summary>What the privacy notice needs; the rest is its template (EXP-R5, EXP-R6).</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class CallNoticeFormModel(AppDb db, Visitor visitor, TimeProvider clock) : CallScreen(db, visitor, clock)
{
    public sealed class NoticeForm
    {
        [StringLength(CallNotice.WorkMax, ErrorMessage = Answers.Limits.TooLong)] public string? Work { get; set; }
        [RegularExpression(DayInput.Shape, ErrorMessage = DayInput.Help)] public string? KeptUntil { get; set; }
        public LegalBasis? Basis { get; set; }
        [StringLength(Answers.Limits.Email, ErrorMessage = Answers.Limits.TooLong)] public string? DpoEmail { get; set; }
    }

    [BindProperty] public NoticeForm Form { get; set; } = new();
    public IReadOnlyList<Choice> Bases { get; } =
        [new(nameof(LegalBasis.PublicMission), "fait partie d’une mission de service public", "Une autorité, une agence, une collectivité, un établissement public."), new(nameof(LegalBasis.LegitimateInterest), "répond à l’intérêt légitime de votre structure", "Une association, un organisme privé.")];
    public IReadOnlyList<NoticePart> Full => NoticeText.Full(Call.Organisation.Name, Call.Notice);
    public IReadOnlyList<NoticePart> Easy => NoticeText.Easy(Call.Organisation.Name, Call.Notice);

    /// <summary>What could be simpler in it: its sentences are written once for all calls, the names and the work in them are not.</summary>
    public EasyReportView Report => new(EasyReport.Of(string.Join('\n', Easy.SelectMany(p => p.Paragraphs))), "notice");

    public void OnGet() => Form = new() { Work = Call.Notice.Work, KeptUntil = DayInput.Write(Call.Notice.KeptUntilDay), Basis = Call.Notice.Basis, DpoEmail = Call.Notice.DpoEmail };

    public Task<IActionResult> OnPost()
    {
        DateOnly? until = string.IsNullOrWhiteSpace(Form.KeptUntil) ? null : DayInput.Read(Form.KeptUntil) ?? throw new RuleBroken("EXP-R5", DayInput.Refusal(Form.KeptUntil), nameof(Form.KeptUntil));
        var email = Form.DpoEmail?.Trim() ?? "";
        if (email.Length > 0 && !Mail.OutgoingMail.IsAddress(email)) throw new RuleBroken("EXP-R6", Mail.OutgoingMail.NotAnAddress, nameof(Form.DpoEmail));
        Call.Inform(new CallNotice(Form.Work?.Trim() ?? "", until, email, Form.Basis ?? LegalBasis.PublicMission), Now);
        return Saved(Acts.CallWritten, null, "La notice est enregistrée.", "donnees");
    }
}
