using Croisee.Data;
using Croisee.Framework;
using Croisee.Ui;

namespace Croisee.Experiences.Calls;

/// <summary>What the page of a call shows, to everyone and, before it is public, to its office: the same view, so that a preview is exact.</summary>
public sealed record CallView(Call Call, CallPhase Phase, CallReaders? Readers, CallTally Tally, Labels Labels)
{
    /// <summary>Minutes, told as « environ »: measured on the deposit's ten steps.</summary>
    public const int Minutes = 40;

    public static async Task<CallView> Load(AppDb db, Call call, IEnumerable<ICallReaders> readers, Labels labels, DateTime now, CancellationToken cancel)
    {
        var phase = PhaseOncePublic(call, now);
        CallReaders? sitting = null;
        foreach (var slot in readers) sitting ??= await slot.Of(call.Id, cancel);
        var tally = phase is CallPhase.Ended ? (await db.Tallies([call.Id])).GetValueOrDefault(call.Id) : null;
        return new(call, phase, sitting, tally ?? CallTally.None, labels);
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

    public IReadOnlyList<ThreadStep> Way { get; } =
    [
        new(ThreadMark.Word, "Vous racontez, en dix petites étapes", $"environ {Minutes} minutes, en plusieurs fois, sans créer de compte"),
        new(ThreadMark.Decision, "Un groupe à parts égales vous lit", "deux personnes au moins, une de chaque collège"),
        new(ThreadMark.Effect, "Vous relisez la page, puis elle est publiée", "rien ne paraît sans votre accord"),
    ];
}
