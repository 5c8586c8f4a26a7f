using Croisee.Data;
using Croisee.Framework;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>One moment of how an experience was coded: by which side, never by whom.</summary>
public sealed record CodingTurn(string What, DateTime At, int FrameworkEdition, IReadOnlyList<CodingLine> Lines, string? Reason);

/// <summary>How an experience came to its codes: both readings once both are given, each proposal, what was fixed.</summary>
public sealed class CodingHistory(AppDb db, Labels labels)
{
    public async Task<IReadOnlyList<CodingTurn>> Of(Guid experienceId)
    {
        var (pairs, readings) = (await db.Pairs.AsNoTracking().Where(p => p.ExperienceId == experienceId).ToListAsync(), await db.Readings.AsNoTracking().Where(r => r.ExperienceId == experienceId && r.GivenAt != null).ToListAsync());
        var settlements = await db.Settlements.AsNoTracking().Include(s => s.Proposals).Where(s => s.ExperienceId == experienceId).ToListAsync();
        return [.. pairs.SelectMany(p => Turns(p, [.. readings.Where(r => r.PairId == p.Id && p.Has(r.SeatId))], settlements.SingleOrDefault(s => s.PairId == p.Id))).OrderBy(t => t.At)];
    }

    IEnumerable<CodingTurn> Turns(Pair pair, IReadOnlyList<Reading> readings, Settlement? settlement)
    {
        if (readings.Count < 2) yield break;
        foreach (var reading in readings) yield return new(Side(pair, reading.SeatId) + " a lu", reading.GivenAt!.Value, reading.FrameworkEdition, CodingLine.Said(reading.Coding, labels), null);
        if (pair.HandedOverAt is { } handed) yield return new("Le binôme confie la décision au groupe", handed, 0, [], pair.HandedOverReason);
        // What the group says after an accepted agreement, or after what it fixed itself, revises it.
        var (before, isFixed) = (new Coding(), settlement?.AcceptedBySeatId is not null);
        foreach (var proposal in settlement?.Proposals.OrderBy(p => p.ProposedAt).ThenBy(p => p.Id) ?? Enumerable.Empty<SettlementProposal>())
        {
            var revised = proposal.SeatId is null && isFixed;
            yield return new(revised ? "Le groupe a revu le codage" : proposal.SeatId is { } seat ? Side(pair, seat) + " a proposé un accord" : "Le groupe a fixé le codage",
                proposal.ProposedAt, proposal.FrameworkEdition, revised ? Changed(before, proposal.Coding) : CodingLine.Said(proposal.Coding, labels), proposal.Reason);
            (before, isFixed) = (proposal.Coding, isFixed || proposal.SeatId is null);
        }
        if (settlement is { IsAccepted: true, AcceptedBySeatId: { } by }) yield return new(Side(pair, by) + " a accepté", settlement.AcceptedAt!.Value, 0, [], null);
    }

    /// <summary>Of a revision, only what it changes, beside what was fixed before.</summary>
    IReadOnlyList<CodingLine> Changed(Coding before, Coding after) =>
        [.. CodingLine.Compare(before, after, labels).Where(l => l.Differs).Select(l => new CodingLine(l.Name, $"{l.Theirs} (avant : {l.Mine})", l.Theirs))];

    static string Side(Pair pair, Guid seat) => seat == pair.ServiceUserSeatId ? "La personne concernée" : "Le professionnel";
}
