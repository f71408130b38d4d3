import { describe, expect, it } from 'vitest'
import { draw } from '../testing/draw.tsx'
import { Checkbox } from './checkbox.tsx'
import { ChoiceGroup } from './choice-group.tsx'
import { DateInput } from './date-input.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Field } from './field.tsx'
import { PostForm } from './form.tsx'
import { SchoolPicker } from './school-picker.tsx'
import { Select } from './select.tsx'
import { SubmitButton } from './submit-button.tsx'

const STAGES = [
  { value: 'training', label: 'In training' },
  { value: 'first', label: 'First year' },
]

describe('a form', () => {
  it('leaves checking to the server, carries its key, and posts to its own page', () => {
    const html = draw(<PostForm>x</PostForm>, {}, '/moving')
    expect(html).toMatch(/<form[^>]*novalidate/i)
    expect(html).toContain('method="post"')
    expect(html).toContain('action="/moving"')
    expect(html).toContain('<input type="hidden" name="_key" value="key-1"/>')
  })

  it('shows again what was answered, in the place of what it opened with', () => {
    const result = { values: { name: 'Siân “Sh” Price', stage: 'first', tell: ['ties'] }, errors: {} }
    const html = draw(
      <PostForm result={result}>
        <Field name="name" label="Name" defaultValue="Asha" />
        <Field name="gone" label="Emptied" defaultValue="was here" />
        <Select name="stage" label="Stage" options={STAGES} defaultValue="training" />
        <ChoiceGroup
          name="tell"
          legend="Who may know?"
          choices={[{ value: 'ties', label: 'My people' }]}
          multiple
        />
      </PostForm>,
    )
    expect(html).toContain('value="Siân “Sh” Price"')
    expect(html).not.toContain('was here')
    expect(html).toContain('<option value="first" selected="">')
    expect(html).toMatch(/<input id="tell" type="checkbox"[^>]*checked=""/)
  })

  it('never shows a password again', () => {
    const result = { values: { password: 'hunter2hunter2' }, errors: {} }
    const html = draw(
      <PostForm result={result}>
        <Field name="password" type="password" label="Password" />
      </PostForm>,
    )
    expect(html).not.toContain('hunter2')
  })
})

describe('a field', () => {
  const result = { values: {}, errors: { name: 'Write the name people should see.' } }
  const html = draw(
    <PostForm result={result}>
      <Field name="name" label="Your name" hint="As you like" autoComplete="name" />
    </PostForm>,
  )

  it('ties its label, hint and error to its box', () => {
    expect(html).toContain('<label for="name">Your name</label>')
    expect(html).toContain('aria-describedby="name-hint name-error"')
    expect(html).toContain('id="name-hint"')
    expect(html).toMatch(/id="name-error".*Write the name people should see\./)
    expect(html).toContain('aria-invalid="true"')
    expect(html).toContain('autoComplete="name"')
  })

  it('is a text area when it has rows', () => {
    expect(
      draw(
        <PostForm>
          <Field name="note" label="Note" rows={3} defaultValue="a &amp; b" />
        </PostForm>,
      ),
    ).toMatch(/<textarea rows="3"[^>]*>\n?a &amp; b<\/textarea>/)
  })
})

describe('what to correct', () => {
  it('comes first with a link to each field, and takes the focus without JavaScript', () => {
    const result = {
      errors: { name: 'Write your name.', 'startedOn.month': 'Add the month.', '': 'Try again.' },
    }
    const html = draw(<ErrorSummary result={result} />)
    expect(html).toContain('There is a problem')
    expect(html).toContain('<a href="#name">Write your name.</a>')
    expect(html).toContain('<a href="#startedOn.month">Add the month.</a>')
    expect(html).toContain('<li>Try again.</li>')
    expect(html).toMatch(/tabindex="-1" autofocus=""/i)
  })

  it('is not there when nothing is wrong', () => {
    for (const result of [undefined, null, { errors: {} }, 'x'])
      expect(draw(<ErrorSummary result={result} />)).toBe('')
  })
})

describe('a group of choices', () => {
  it('gives its first choice the name that the summary links to', () => {
    const html = draw(
      <PostForm result={{ values: {}, errors: { stage: 'Choose a stage.' } }}>
        <ChoiceGroup
          name="stage"
          legend="Stage"
          choices={STAGES}
          otherwise={{ value: 'none', label: 'None of these' }}
        />
      </PostForm>,
    )
    expect(html).toContain('<legend>Stage</legend>')
    expect(html).toMatch(/<input id="stage" type="radio" name="stage"/)
    expect(html).toMatch(/<input id="stage-2" type="radio"/)
    expect(html).toMatch(/<div class="or">or<\/div>.*<input id="stage-otherwise"/)
    expect(html).toContain('aria-describedby="stage-error"')
  })

  it('lets none of several boxes be an answer', () => {
    const html = draw(
      <PostForm>
        <ChoiceGroup name="tell" legend="Who?" choices={STAGES} multiple />
      </PostForm>,
    )
    expect(html).toContain('<input type="hidden" name="tell[]" value=""/>')
    expect(html).toMatch(/type="checkbox" name="tell\[\]"/)
  })

  it('keeps one box ticked or not as it was sent', () => {
    const sent = (values: Record<string, string>) =>
      draw(
        <PostForm result={{ values, errors: {} }}>
          <Checkbox name="shared" label="Shared" defaultChecked />
        </PostForm>,
      )
    expect(sent({ shared: 'yes' })).toContain('checked=""')
    expect(sent({})).not.toContain('checked=""')
  })
})

describe('a date', () => {
  it('marks the part that is wrong and no other', () => {
    const result = { values: { 'startedOn.day': '1' }, errors: { 'startedOn.month': 'Add the month.' } }
    const html = draw(
      <PostForm result={result}>
        <DateInput name="startedOn" legend="When?" />
      </PostForm>,
    )
    expect(html).toMatch(/id="startedOn" name="startedOn\.day"[^>]*value="1"/)
    expect(html).toMatch(/id="startedOn\.month"[^>]*aria-invalid="true"/)
    expect(html.match(/aria-invalid/g)).toHaveLength(1)
  })

  it('has the place its summary links to, whichever part is wrong', () => {
    for (const name of ['startedOn', 'startedOn.day', 'startedOn.month', 'startedOn.year']) {
      const html = draw(
        <PostForm result={{ values: {}, errors: { [name]: 'x' } }}>
          <DateInput name="startedOn" legend="When?" />
        </PostForm>,
      )
      expect(html).toContain(`id="${name}"`)
    }
  })

  it('opens with a day', () => {
    const html = draw(
      <PostForm>
        <DateInput name="on" legend="When?" defaultValue="2027-09-01" />
      </PostForm>,
    )
    expect(html).toMatch(/name="on\.day"[^>]*value="1"/)
    expect(html).toMatch(/name="on\.year"[^>]*value="2027"/)
  })
})

describe('a school picker without JavaScript', () => {
  const schools = [
    { ref: 's1', name: 'Moorside High', where: 'Leeds' },
    { ref: 's2', name: 'Moorside Primary', where: 'Halifax' },
  ]

  it('is a box for words', () => {
    const html = draw(
      <PostForm>
        <SchoolPicker name="school" label="Which school?" chosen={schools[0]} />
      </PostForm>,
    )
    expect(html).toMatch(/<input id="school" name="_school\.words" type="text"[^>]*value="Moorside High"/)
    expect(html).toContain('name="_school.was" value="s1 Moorside High"')
  })

  it('then offers what was found, and another search', () => {
    const result = { values: { '_school.words': 'moor' }, errors: {}, choices: { school: schools } }
    const html = draw(
      <PostForm result={result}>
        <SchoolPicker name="school" label="Which school?" result={result} />
      </PostForm>,
    )
    expect(html).toMatch(/type="radio" name="school"[^>]*value="s1"/)
    expect(html).toMatch(/type="radio" name="school"[^>]*value="s2"/)
    expect(html).toContain('None of these')
    expect(html).toContain('name="_school.words"')
  })
})

describe('a school that was chosen without JavaScript', () => {
  it('stays chosen when the form is refused for something else', () => {
    const found = JSON.stringify([{ ref: 's1', name: 'Moorside High', where: 'Leeds' }])
    const result = { values: { school: 's1', '_school.found': found }, errors: { startedOn: 'Add the day.' } }
    const html = draw(
      <PostForm result={result}>
        <SchoolPicker name="school" label="Which school?" result={result} />
      </PostForm>,
    )
    expect(html).toMatch(/type="radio" name="school"[^>]*checked="" value="s1"/)
  })

  it('is asked for first on the page when there are several', () => {
    const result = { values: {}, errors: {}, choices: { school: [{ ref: 's1', name: 'A', where: '' }] } }
    expect(draw(<ErrorSummary result={result} />)).toContain(
      '<a href="#school">We found one school. Choose yours.</a>',
    )
  })
})

it('a button says what it does, and holds the room for what it says while it works', () => {
  const html = draw(
    <PostForm>
      <SubmitButton pending="Sending…">Send</SubmitButton>
    </PostForm>,
  )
  expect(html).toMatch(
    /<button type="submit" class="btn">.*<span>Send<\/span><span hidden="">Sending…<\/span>/,
  )
})
