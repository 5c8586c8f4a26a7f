using Croisee.Data;
using Croisee.Framework;
using Croisee.Ui;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.Calls;

/// <summary>What the page of a call shows, to everyone and, before it is public, to its office: the same view, so that a preview is exact.</summary>
public sealed record CallView(Call Call, CallPhase Phase, CallReaders? Readers, CallTally Tally, Labels Labels, bool HasQuestions = false)
{
    /// <summary>Minutes, told as « environ »: measured on the deposit's ten steps.</summary>
    public const int Minutes = 40;

    public static async Task<CallView> Load(AppDb db, Call call, IEnumerable<ICallReaders> readers, Labels labels, DateTime now, CancellationToken cancel)
    {
        var phase = PhaseOncePublic(call, now);
        CallReaders? sitting = null;
        foreach (var slot in readers) sitting ??= await slot.Of(call.Id, cancel);
        var tally = phase is CallPhase.Ended ? (await db.Tallies([call.Id])).GetValueOrDefault(call.Id) : null;
        return new(call, phase, sitting, tally ?? CallTally.None, labels, await db.Set<CallQuestion>().AnyAsync(q => q.CallId == call.Id && q.RetiredAt == null, cancel));
    }

    /// <summary>A call that is being written is shown as it will be.</summary>
    static CallPhase PhaseOncePublic(Call call, DateTime now) =>
        call.IsPublic ? call.Phase(now) : now.ParisDay() < call.OpensOn ? CallPhase.ToCome : call.ClosesOn != default && call.HasEnded(now) ? CallPhase.Ended : CallPhase.Open;

    public string Title(bool easy) => easy && Call.EasyTitle is { } title ? title : Call.Title;

    /// <summary>The easy twin where somebody wrote one, else the text itself.</summary>
    public static string Easy(CallText text) => string.IsNullOrWhiteSpace(text.Easy) ? text.Text : text.Easy;

    public FaceToFace? Table => Readers is not { } r ? null : new FaceToFace(
    [
        new("Personnes concernées", CollegeHue.People, Seats(r.PersonsConcerned, r.VacantPersonsConcerned)),
        new("Professionnels", CollegeHue.Pros, Seats(r.Professionals, r.VacantProfessionals)),
    ]);

    static IReadOnlyList<Seat> Seats(int filled, int vacant) => [.. Enumerable.Repeat(new Seat(SeatState.Filled), filled), .. Enumerable.Repeat(new Seat(SeatState.Vacant), vacant)];

    /// <summary>The questions of the call itself, when there are some, are one more step.</summary>
    public int Steps => DepositSteps.All.Count - (HasQuestions ? 0 : 1);

    /// <summary>As many sit on each side: only then is each side half of the group.</summary>
    public bool IsHalved => Readers is { PersonsConcerned: > 0 } r && r.PersonsConcerned == r.Professionals;

    public IReadOnlyList<ThreadStep> Way =>
    [
        new(ThreadMark.Word, HasQuestions ? "Vous racontez, en onze petites étapes" : "Vous racontez, en dix petites étapes", $"environ {Minutes} minutes, en plusieurs fois, sans créer de compte"),
        new(ThreadMark.Decision, "Un groupe à parts égales vous lit", "deux personnes au moins, une de chaque collège"),
        new(ThreadMark.Effect, "Vous relisez la page, puis elle est publiée", "rien ne paraît sans votre accord"),
    ];
}
